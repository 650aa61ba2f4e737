#: hint: while setgroups(2) is allowed
exit
su - student
unshare --user sleep 1000 &
sleep 0.3; echo 0 1000 1 > /proc/$!/uid_map; echo 0 1000 1 > /proc/$!/gid_map
