#: reason: runs as uid 1000, and may read /srv/keys
#: after the solution
exit
