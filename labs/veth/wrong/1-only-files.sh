#: reason: nothing is mounted below /run/netns
mkdir -p /run/netns
touch /run/netns/red /run/netns/blue
unshare --net true
