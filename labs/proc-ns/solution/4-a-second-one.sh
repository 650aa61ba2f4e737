ip netns add blue
ip netns exec blue bash
