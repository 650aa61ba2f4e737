ip netns del red
ip netns add green
ip netns add 0
ip -n green link set lo up
ip -n blue link set lo up
