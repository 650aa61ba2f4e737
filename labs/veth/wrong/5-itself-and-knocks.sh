#: hint: but from itself
ip netns exec red ping -c 1 10.0.0.1
ip netns exec red nc -z -w 1 10.0.0.2 80
