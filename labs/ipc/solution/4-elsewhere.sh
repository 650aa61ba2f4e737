mkdir /tmp/queues
mount -t mqueue none /tmp/queues
