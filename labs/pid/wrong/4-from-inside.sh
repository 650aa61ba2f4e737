#: reason: SIGKILL does, but from outside only
kill -9 1; ls /
/bin/kill -TERM 1
busybox kill -9 1
