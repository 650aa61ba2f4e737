exit
su - student
unshare --user sleep 1000 &
sleep 0.3; echo deny > /proc/$!/setgroups; echo 0 1000 1 > /proc/$!/gid_map; echo 0 1000 1 > /proc/$!/uid_map
