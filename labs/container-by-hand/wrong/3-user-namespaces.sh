#: reason: open: clone with CLONE_NEWUSER (120)
#: after the solution
sed -i 's/0x10000000/0x20000000/' /srv/rootfs/etc/calls; pkill -x tini; while pgrep -x tini; do sleep 0.1; done
bash /srv/start.sh < /dev/null &
until p=$(pgrep -x tini); do sleep 0.2; done
ip link add h0 type veth peer name c0 netns $p; ip addr add 10.9.0.1/24 dev h0; ip link set h0 up
nsenter --target $p --net sh -c 'ip addr add 10.9.0.2/24 dev c0; ip link set c0 up'
