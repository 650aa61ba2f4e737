#: hint: is of a third IPC namespace
unshare --ipc mount -t mqueue mqueue /mnt
