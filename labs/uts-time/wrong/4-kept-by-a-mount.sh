#: hint: /run/clock keeps a time namespace, and nobody is in it
exit
exit
touch /run/clock
unshare --time=/run/clock --boottime 86400 true
