#: reason: The host has no bridge
ip netns add c1
