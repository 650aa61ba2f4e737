sysv send 42 'from the host'
sysv write 43 'shared on the host'
