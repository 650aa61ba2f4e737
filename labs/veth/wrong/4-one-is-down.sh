#: hint: to-red in blue has the address 10.0.0.2/24, but it is down
ip -n red address add 10.0.0.1/24 dev to-blue
ip -n blue address add 10.0.0.2/24 dev to-red
ip -n red link set to-blue up
