#: reason: The disk now begins with "owned"
echo owned > /srv/disk.img
