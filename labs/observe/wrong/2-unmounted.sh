#: hint: tracefs is mounted nowhere
cd; umount /sys/kernel/tracing
