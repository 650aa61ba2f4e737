#: after the solution
#: hint: No container is plugged into the bridge
ip netns del c1; ip netns del c2
