lsns --noheadings --output TYPE,NPROCS,PID,COMMAND | awk '$1 !~ /uts|mnt/ && $2 == 1 { print $3 }'
#: answer
