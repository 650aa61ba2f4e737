#: hint: The cable goes from to-blue in red to to-red in the host
ip link add to-blue type veth peer name to-red
ip link set to-blue netns red
