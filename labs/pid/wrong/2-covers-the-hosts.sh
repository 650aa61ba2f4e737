#: hint: You covered the host's own /proc
mount -t proc proc /proc
