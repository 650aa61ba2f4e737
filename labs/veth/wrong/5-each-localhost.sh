#: hint: but from itself
ip netns exec red ping -c 1 127.0.0.1
ip netns exec blue ping -c 1 ::1
