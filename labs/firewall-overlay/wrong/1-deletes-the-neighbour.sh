#: hint: The network namespace peer is gone
ip netns delete peer
