pid=$$
echo $pid > /tmp/pid
#: terminal 2
nsenter --target $(cat /tmp/pid) --uts sysctl -w kernel.hostname=box
