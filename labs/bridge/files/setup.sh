# An outside host: a network of its own, one cable to this machine, no route but to its own network, and a server that says whom it sees.
address=203.0.113.$((SEED % 200 + 20))
ip netns add outside
ip link add uplink type veth peer name eth0 netns outside
ip address add 203.0.113.1/24 dev uplink
ip link set uplink up
ip netns exec outside sh -c "ip link set lo up; ip address add $address/24 dev eth0; ip link set eth0 up"
echo "$address	outside" >> /etc/hosts
plant outside nsenter --net=/run/netns/outside busybox httpd -f -p 0.0.0.0:80 -h /srv/outside
fact outside $address
