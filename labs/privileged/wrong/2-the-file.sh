#: reason: but nobody has opened
echo owned > /srv/disk.img
