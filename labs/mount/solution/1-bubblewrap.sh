bwrap --bind / / --tmpfs /mnt bash
