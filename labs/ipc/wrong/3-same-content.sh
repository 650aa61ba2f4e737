#: hint: holds the same on the host
sysv send 42 'from the host'
