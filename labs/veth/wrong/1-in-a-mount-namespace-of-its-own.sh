#: hint: the host doesn't see it
unshare --mount bash
ip netns add red
ip netns add blue
