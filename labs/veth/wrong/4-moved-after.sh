#: reason: arrives without those it had
ip -n red link set to-blue netns 1
ip address add 10.0.0.1/24 dev to-blue
ip link set to-blue up
ip link set to-blue netns red
