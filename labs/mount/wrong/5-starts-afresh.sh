#: after the solution
#: reason: is as in the image
mkdir -p /tmp/fresh/upper /tmp/fresh/work /tmp/fresh/merged
mount -t overlay overlay -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/fresh/upper,workdir=/tmp/fresh/work /tmp/fresh/merged
umount /tmp/box/merged
