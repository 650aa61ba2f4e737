#: hint: has no IPv4 address, and nobody behind it has one
ip -n host-a link add vx0 type vxlan id 42 remote 10.1.0.2 dstport 4789; ip -n host-a addr add 10.42.0.1/24 dev vx0; ip -n host-a link set vx0 up
ip -n host-b link add vx0 type vxlan id 42 remote 10.1.0.1 dstport 4789; ip -n host-b link set vx0 up
