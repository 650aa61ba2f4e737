#: hint: make both directories side by side
mkdir -p /tmp/u /tmp/w /tmp/m /run/w
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/u,workdir=/run/w /tmp/m
