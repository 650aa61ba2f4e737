ip link add br0 type bridge
ip link add br1 type bridge
ip address add 172.17.0.1/16 dev br1
ip link set br1 up
