ip link add in-red netns red type veth peer name in-blue netns blue
