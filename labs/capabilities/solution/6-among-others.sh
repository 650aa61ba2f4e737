exit
su - student
unshare -r sleep 1000 &
unshare -rn sleep 1000 &
unshare -rn bash
ip link set lo up
