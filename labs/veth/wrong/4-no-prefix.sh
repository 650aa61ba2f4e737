#: hint: has no route to 10.0.0.
ip -n red address add 10.0.0.1 dev to-blue
ip -n blue address add 10.0.0.2 dev to-red
ip -n red link set to-blue up
ip -n blue link set to-red up
