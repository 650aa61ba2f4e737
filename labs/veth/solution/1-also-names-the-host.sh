ip netns add red
ip netns attach home 1
ip netns add blue
