for n in red blue; do ip netns exec $n busybox ifconfig lo up; done
