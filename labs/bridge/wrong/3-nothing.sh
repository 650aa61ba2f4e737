#: reason: has no default route
ip netns exec c1 ping -c 1 -W 1 outside
