#: reason: No process of yours is in
umount /run/box
read -r type pid < <(lsns -no TYPE,NPROCS,PID | awk '$1 !~ /uts|mnt/ && $2 == 1 { print $1, $3 }')
mount --bind /proc/$pid/ns/$type /run/box
