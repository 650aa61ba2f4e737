ip netns add blue
exec ip netns exec blue bash
ls /run
