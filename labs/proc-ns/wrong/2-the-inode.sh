#: hint: Asked is the PID of the process in it
lsns -no TYPE,NPROCS,NS | awk '$1 !~ /uts|mnt/ && $2 == 1 { print $3 }'
#: answer
