#: terminal 2
strace -n -f -o /tmp/calls chroot /srv/box/rootfs /bin/app &
sleep 3
ask hello
sed -n 's/.*\[ *\([0-9]*\)\].*04755.*/\1/p' /tmp/calls
#: answer
