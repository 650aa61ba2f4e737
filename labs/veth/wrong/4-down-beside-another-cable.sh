#: hint: but it is down
ip -n red link add eth0 type veth peer name eth9 netns blue
ip -n red address add 10.0.0.1/24 dev to-blue
ip -n blue address add 10.0.0.2/24 dev to-red
