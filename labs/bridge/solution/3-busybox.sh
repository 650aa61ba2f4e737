ip netns exec c1 busybox route add default gw 172.17.0.1
nsenter --net=/run/netns/c2 busybox ip route add default via 172.17.0.1 dev eth0
