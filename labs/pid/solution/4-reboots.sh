busybox reboot -f
