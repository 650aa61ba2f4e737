#: hint: to-red in blue has no address
ip -n red address add 10.0.0.1/24 dev to-blue
ip -n red link set to-blue up
ip -n blue link set to-red up
