#: hint: sends to 192.168.50.1, which is no address of the other host
ip -n host-a link add vx0 type vxlan id 42 remote 192.168.50.1 dstport 4789; ip -n host-a addr add 10.42.0.1/24 dev vx0; ip -n host-a link set vx0 up
ip -n host-b link add vx0 type vxlan id 42 remote 192.168.50.1 dstport 4789; ip -n host-b addr add 10.42.0.2/24 dev vx0; ip -n host-b link set vx0 up
