#: hint: but from itself
for n in 1 2; do ip -all netns exec ping -q -c 1 127.0.0.1; done
ip netns exec red ping -c 1 -W 1 10.0.0.77
