#: reason: SIGKILL does, but from outside only
kill -9 1
kill -TERM 1
