#: hint: but the host's is empty
nsenter --target 1 --ipc sysv receive 42
sysv send 42 hello
