ip netns exec red bash
ping -c 2 10.0.0.2
exit
ip netns exec blue ping -c 2 10.0.0.1
