#: hint: is uid 1234 outside
exit
unshare --user sleep 1000 &
sleep 0.3; echo 0 1234 1 > /proc/$!/uid_map; echo 0 1000 1 > /proc/$!/gid_map
