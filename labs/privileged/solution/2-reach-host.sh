crun exec privileged sh -c 'hostname > /dev/loop0'
head -n 1 /srv/disk.img
