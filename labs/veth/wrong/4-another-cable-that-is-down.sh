#: hint: but it is down
ip -n red link add eth0 type veth peer name eth9 netns blue
ip -n red address add 172.16.0.1/30 dev eth0
ip -n blue address add 172.16.0.2/30 dev eth9
