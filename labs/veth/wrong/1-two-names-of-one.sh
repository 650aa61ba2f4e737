#: hint: are two names of one namespace
ip netns add red
touch /run/netns/blue
mount --bind /run/netns/red /run/netns/blue
