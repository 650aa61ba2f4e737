#: hint: red has no route to 10.0.0.2/24 through to-blue
ip -n red link add dev x type dummy
ip -n red link set x up
ip -n red route add 10.0.0.2/32 dev x
ip -n red address add 10.0.0.1/24 dev to-blue
ip -n blue address add 10.0.0.2/24 dev to-red
ip -n red link set to-blue up
ip -n blue link set to-red up
