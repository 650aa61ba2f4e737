#: hint: Ping the other end's: 10.0.0.2
ip netns exec red ping -c 2 10.0.0.1
