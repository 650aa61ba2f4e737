#: hint: has no route to 10.0.0.2/32 through to-blue
ip -n red address add 10.0.0.1/32 dev to-blue
ip -n blue address add 10.0.0.2/32 dev to-red
ip -n red link set to-blue up
ip -n blue link set to-red up
ip -n red route add 10.0.0.2 dev to-blue table 100
ip -n blue route add 10.0.0.1 dev to-red table 100
