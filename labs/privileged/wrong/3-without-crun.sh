#: hint: tries the ways out through crun
crun delete -f privileged
ip link set lo up
unshare --pid --fork --mount-proc --net sh -c 'ip link set lo up; exec chroot /srv/boxes/rootfs /bin/httpd -f -p 80 -h /www' &
until nsenter --target $(pgrep -xn httpd) --net nc -z 127.0.0.1 80; do sleep 0.2; done
