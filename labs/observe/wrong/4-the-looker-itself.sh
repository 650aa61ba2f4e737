#: hint: There is no process
ps -eo pid,comm | awk '$2 == "awk" { print $1 }'
#: answer
