#: terminal 2
runuser -u nobody -- unshare -rU --uts sleep 1000 &
