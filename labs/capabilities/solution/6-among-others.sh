exit
su - student
unshare -rn sh -c 'ip link set lo up; exec sleep 1001' & until pgrep -fx 'sleep 1001'; do sleep 0.1; done
unshare -rn sleep 1002 & until pgrep -fx 'sleep 1002'; do sleep 0.1; done
unshare -r sleep 1003 & until pgrep -fx 'sleep 1003'; do sleep 0.1; done
