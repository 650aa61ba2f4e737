#: after the solution
#: reason: is as in the image
rm -r /tmp/box/upper/etc; umount /tmp/box/merged
mount -t overlay overlay -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/box/upper,workdir=/tmp/box/work /tmp/box/merged
