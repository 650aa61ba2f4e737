#: hint: blue has no route to 10.0.0.1/8 through to-red, whose address is 10.0.5.1/24
ip -n red address add 10.0.0.1/8 dev to-blue
ip -n blue address add 10.0.5.1/24 dev to-red
ip -n red link set to-blue up
ip -n blue link set to-red up
