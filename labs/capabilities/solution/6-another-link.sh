#: terminal 2
setpriv --reuid 1000 --regid 1000 --clear-groups unshare -r -n sh -c 'ip link add one type veth peer name two; exec sleep 1000' &
