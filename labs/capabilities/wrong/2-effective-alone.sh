#: hint: its CapBnd is still 000001ffffffffff
bwrap --bind / / --cap-drop ALL --cap-add CAP_NET_ADMIN sleep 1001 & until pgrep -fx 'sleep 1001'; do sleep 0.1; done
sleep 1002 &
