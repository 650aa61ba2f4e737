printf 'lab ' > /proc/sys/kernel/hostname
