unshare --net sleep 1000 &
ip link add iv1 link cloud0 netns $! type ipvlan
nsenter --target $! --net sh -c 'ip addr add 192.168.60.77/24 dev iv1; ip link set iv1 up'
nsenter --target $! --net ip link set iv1 type ipvlan mode l2
