#: hint: Mount it from inside
mkdir /tmp/queues
nsenter --target 1 --ipc mount -t mqueue mqueue /tmp/queues
