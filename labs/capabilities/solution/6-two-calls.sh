exit
su - student
unshare -r bash
unshare --net bash
ip link set lo up
