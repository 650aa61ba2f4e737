#: hint: The cable goes from to-red in blue to to-blue in the host
ip link add to-blue type veth peer name to-red
ip link set to-red netns blue
