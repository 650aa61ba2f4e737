#: hint: is the host's own network namespace
ip netns add red
ip netns attach blue $$
