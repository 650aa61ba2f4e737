#: hint: has no address
ip -n red link set to-blue up
ip -n blue link set to-red up
sleep 2
