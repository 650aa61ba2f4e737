#: reason: is as in the image
mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
