ip -all netns exec ip link set lo up
