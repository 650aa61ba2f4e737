unshare --net sleep 1000 & busybox unshare -n sleep 1001 &
sleep 1
ip netns attach red $(pgrep -fx 'sleep 1000')
ip netns attach blue $(pgrep -fx 'sleep 1001')
