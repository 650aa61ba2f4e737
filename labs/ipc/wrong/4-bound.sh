#: hint: sees at /tmp/queues is the host's
mkdir /tmp/queues
mount --bind /dev/mqueue /tmp/queues
