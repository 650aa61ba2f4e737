#: hint: is 000001ffffffffff: cap_chown
bwrap --bind / / --cap-drop ALL --cap-add CAP_NET_RAW sleep 1001 & until pgrep -fx 'sleep 1001'; do sleep 0.1; done
su student
