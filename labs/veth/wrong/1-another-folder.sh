#: hint: is pinned at /run/red, where
touch /run/red /run/blue
unshare --net=/run/red true
unshare --net=/run/blue true
