#: hint: leave the daemons alone
pid=$(lsns -no TYPE,NPROCS,PID | awk '$1 !~ /uts|mnt/ && $2 == 1 { print $3 }')
kill $pid; echo $pid
#: answer
