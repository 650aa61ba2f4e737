busybox brctl addbr br0
busybox ifconfig br0 172.17.0.1 netmask 255.255.0.0 up
