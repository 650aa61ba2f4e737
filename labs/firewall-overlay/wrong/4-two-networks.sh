#: hint: nobody answers through it. Its addresses: 172.30.0.1, 172.31.0.2
for h in a b; do ip -n host-$h link add ov type vxlan id 7 group 239.1.1.1 dev wire dstport 8472; ip -n host-$h link set ov up; done
ip -n host-a addr add 172.30.0.1/24 dev ov
ip -n host-b addr add 172.31.0.2/24 dev ov
