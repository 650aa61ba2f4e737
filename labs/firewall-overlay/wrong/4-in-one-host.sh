#: hint: are in the same network namespace, /run/netns/host-a
for n in 2 3; do ip -n host-a link add vx$n type vxlan id 4$n remote 10.1.0.2 dstport 4789; ip -n host-a addr add 10.42.0.$n/24 dev vx$n; ip -n host-a link set vx$n up; done
