#: hint: red has no route to 10.0.0.2/24 through to-blue
ip -n red route add prohibit 10.0.0.2
ip -n red address add 10.0.0.1/24 dev to-blue
ip -n blue address add 10.0.0.2/24 dev to-red
ip -n red link set to-blue up
ip -n blue link set to-red up
