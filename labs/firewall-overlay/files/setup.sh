# A service of two ports in a namespace of its own, two neighbours that reach it without the host; a LAN and a port of a cloud with their
# gateways; two namespaces that play hosts.
web=$((8000 + SEED % 1000))
debug=$((web + 1))

for name in box peer switch printer host-a host-b; do ip netns add "$name"; done
ip -batch - <<END
link add box0 type veth peer name wan0 netns box
addr add 10.9.0.1/24 dev box0
link set box0 up
link add lan0 type veth peer name lan netns switch
addr add 192.168.50.10/24 dev lan0
link set lan0 up
link add cloud0 type veth peer name cloud netns switch
link set cloud0 up
link add pr0 link lan0 netns printer type macvlan mode bridge
END
ip -n box -batch - <<END
link set lo up
link add wan1 type veth peer name up0 netns peer
addr add 10.9.0.2/24 dev wan0
addr add 10.9.1.2/24 dev wan1
link set wan0 up
link set wan1 up
END
ip -n peer -batch - <<END
addr add 10.9.1.1/24 dev up0
link set up0 up
route add 10.9.0.0/24 via 10.9.1.2
END
ip -n switch -batch - <<END
addr add 192.168.50.1/24 dev lan
addr add 192.168.60.1/24 dev cloud
link set lan up
link set cloud up
END
ip -n printer -batch - <<END
addr add 192.168.50.9/24 dev pr0
link set pr0 up
END
ip -n host-a -batch - <<END
link add wire type veth peer name wire netns host-b
addr add 10.1.0.1/24 dev wire
link set wire up
END
ip -n host-b -batch - <<END
addr add 10.1.0.2/24 dev wire
link set wire up
END

# As a cloud's switch does: frames from any other hardware address are not taken.
nsenter --net=/run/netns/switch nft -f - <<END
table netdev port {
  chain in {
    type filter hook ingress device cloud priority 0;
    ether saddr != $(cat /sys/class/net/cloud0/address) drop
  }
}
END

mkdir -p /srv/box/web /srv/box/debug
echo "welcome" > /srv/box/web/index.html
echo "all secrets of the process" > /srv/box/debug/index.html
printf 'web %s\ndebug %s\n' "$web" "$debug" > /srv/box/ports
plant web nsenter --net=/run/netns/box httpd -f -p "0.0.0.0:$web" -h /srv/box/web
plant debug nsenter --net=/run/netns/box httpd -f -p "0.0.0.0:$debug" -h /srv/box/debug
fact web "$web"
fact debug "$debug"
