crun exec --tty privileged /bin/sh
cat /proc/sys/kernel/hostname > /dev/loop0
exit
