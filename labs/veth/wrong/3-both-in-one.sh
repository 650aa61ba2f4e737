#: hint: are in one place: red
ip link add dev a type veth peer name b
ip link set dev a netns red
ip link set dev b netns red
