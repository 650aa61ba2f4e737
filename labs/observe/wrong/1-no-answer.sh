#: reason: You have not answered yet
mount -t tracefs nodev /sys/kernel/tracing
