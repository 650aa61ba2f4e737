ping -c 1 -W 1 10.0.0.2
ip netns exec red ping -c 1 10.0.0.1
ip netns exec red ping -c 1 -W 1 10.0.0.77
ip netns exec red ping -c 1 10.0.0.2
