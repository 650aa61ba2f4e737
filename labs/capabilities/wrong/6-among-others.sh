#: reason: has done nothing in it: lo is down
exit
su - student
unshare -rn sleep 1001 & until pgrep -fx 'sleep 1001'; do sleep 0.1; done
unshare -r bash
