strace -n -f -o /tmp/calls chroot /srv/box/rootfs /bin/app &
until pgrep -x app; do sleep 0.1; done
ask hello
sed -n 's/.*\(\[.*04755.*\)/it is \1/p' /tmp/calls
#: answer
