strace -n -f -o /tmp/calls chroot /srv/box/rootfs /bin/app &
sleep 3
ask hello
sed -n 's/.*\(\[.*04755.*\)/it is \1/p' /tmp/calls
#: answer
