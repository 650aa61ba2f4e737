#: hint: but it has no name
ip netns add red
unshare --net bash
