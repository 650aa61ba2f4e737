ip netns exec red busybox ifconfig to-blue 192.168.7.1 netmask 255.255.255.0
nsenter --net=/run/netns/blue busybox ifconfig to-red 192.168.7.2 netmask 255.255.255.0
