ip -n red link add dev eth0 type veth peer name eth0 netns blue
