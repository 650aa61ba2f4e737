#: hint: tracefs is not mounted on the host
echo 0 > tracing_on; echo > trace; cd
until umount /sys/kernel/tracing; do sleep 0.1; done
