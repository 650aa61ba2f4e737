ip netns add blue
unshare --net bash
#: terminal 2
touch /run/netns/red
mount --bind /proc/$(lsns --type net --noheadings --output PID,COMMAND | awk '$2 == "bash" {print $1}')/ns/net /run/netns/red
