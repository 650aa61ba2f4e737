echo box > /proc/sys/kernel/hostname
