#: reason: has done nothing in it: lo is down
exit
su - student
unshare --user --map-root-user --net bash
