#: reason: has done nothing in it: lo is down
exit
su - student
unshare -r sleep 1000 &
unshare -rn bash
