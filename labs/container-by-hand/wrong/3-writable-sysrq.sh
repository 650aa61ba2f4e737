#: hint: sysrq-trigger: open
cat > /srv/start.sh <<'END'
set -e
echo "+cpu +memory +pids" > /sys/fs/cgroup/cgroup.subtree_control
[ -d /sys/fs/cgroup/box ] || mkdir /sys/fs/cgroup/box
cd /sys/fs/cgroup/box
echo 20 > pids.max; echo 16M > memory.max; echo "80000 100000" > cpu.max
echo $$ > cgroup.procs
exec setpriv --reuid=100000 --regid=100000 --clear-groups \
  unshare --user --map-root-user --mount --pid --fork --uts --ipc --net --cgroup bash /srv/inside.sh
END
cat > /srv/inside.sh <<'END'
set -e
hostname box
mount --bind /srv/rootfs /srv/rootfs
cd /srv/rootfs
mount -t proc proc proc
for file in kcore keys timer_list; do mount --bind /dev/null proc/$file; done
mount --bind proc/sysrq-trigger proc/sysrq-trigger; mount --bind proc/sys proc/sys; mount -o remount,bind,ro proc/sys
pivot_root . old
cd /; PATH=/bin
umount -l /old
exec setpriv --bounding-set=-all --inh-caps=-all --no-new-privs deny $(cat /etc/calls) tini -- sleep 1000000
END
echo 21,22,26,52,87,88,120:0x10000000,128,217,283,286,287,288,310,336,342,346,350,357,374,425,428,429,430,435,442 > /srv/rootfs/etc/calls
bash /srv/start.sh < /dev/null &
until p=$(pgrep -x tini); do sleep 0.2; done
ip link add h0 type veth peer name c0 netns $p; ip addr add 10.9.0.1/24 dev h0; ip link set h0 up
nsenter --target $p --net sh -c 'ip link set lo up; ip addr add 10.9.0.2/24 dev c0; ip link set c0 up'
