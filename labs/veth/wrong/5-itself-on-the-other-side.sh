#: hint: Ping the other end's: 10.0.0.1
ip netns exec blue ping -c 2 10.0.0.2
