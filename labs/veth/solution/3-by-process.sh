ip netns exec blue sleep 1000 &
ip -n red link add dev a type veth peer name b netns $!
