#: hint: /tmp is a tmpfs
mkdir -p /root/u /root/w /root/m
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/root/u,workdir=/root/w /root/m
