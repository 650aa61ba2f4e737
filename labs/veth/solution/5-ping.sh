ip netns exec red ping -c 3 10.0.0.2
