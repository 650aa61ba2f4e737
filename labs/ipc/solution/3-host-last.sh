sysv send 7 inside
nsenter --target 1 --ipc sysv send 7 outside
