#: hint: Check that every directory that you name exists
mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=/srv/image/ap:/srv/image/base,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
