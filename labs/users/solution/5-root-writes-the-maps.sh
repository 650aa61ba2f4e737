exit
su student -c 'unshare --user sleep 1000' &
sleep 0.5; p=$(pgrep -nx sleep); echo 0 1000 1 > /proc/$p/uid_map; echo 0 1000 1 > /proc/$p/gid_map
