ip link add dev home type veth peer name there netns red
ip -n red link add dev x type dummy
ip -n red link add dev a type veth peer name b netns blue
