ip netns add box
