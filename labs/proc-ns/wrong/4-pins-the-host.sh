#: hint: No mount keeps a namespace of yours
umount /run/box
mount --bind /proc/1/ns/uts /run/box
