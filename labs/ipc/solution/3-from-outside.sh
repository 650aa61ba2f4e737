#: terminal 2
nsenter --target $(pgrep -n bash -t pts/0) --ipc sysv send 42 hello
