exit
su - student
unshare --user --map-root-user --net bash
ip link set lo up
