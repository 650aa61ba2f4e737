#: hint: no key is in both
sysv send 0 inside
nsenter --target 1 --ipc sysv send 0 outside
