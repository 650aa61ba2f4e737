#: hint: The cable goes from eth0 in red to a in the host
ip link add dev a type veth peer name eth0 netns red
ip link add dev b type veth peer name eth0 netns blue
