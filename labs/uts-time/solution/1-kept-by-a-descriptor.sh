unshare --uts sleep 1000 & sleep 1
exec 9< /proc/$!/ns/uts
kill $!
