#: terminal 2
awk '/^NSpid:/ && NF == 3 && $3 == 1 { print $2 }' /proc/[0-9]*/status | busybox xargs busybox kill -9
