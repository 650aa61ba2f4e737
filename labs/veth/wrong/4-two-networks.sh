#: hint: has no route to 10.0.1.1/24 through to-blue, whose address is 10.0.0.1/24
ip -n red address add 10.0.0.1/24 dev to-blue
ip -n blue address add 10.0.1.1/24 dev to-red
ip -n red link set to-blue up
ip -n blue link set to-red up
