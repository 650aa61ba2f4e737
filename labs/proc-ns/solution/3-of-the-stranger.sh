read -r type pid < <(lsns -no TYPE,NPROCS,PID | awk '$1 !~ /uts|mnt/ && $2 == 1 { print $1, $3 }')
touch /root/kept
mount --bind /proc/$pid/ns/$type /root/kept
kill $pid
