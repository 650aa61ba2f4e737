#: hint: is not one PID
ps -o comm= -p $(lsns -no TYPE,NPROCS,PID | awk '$1 !~ /uts|mnt/ && $2 == 1 { print $3 }') | tr -d 0-9
#: answer
