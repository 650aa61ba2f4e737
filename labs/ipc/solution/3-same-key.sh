sysv send 42 'from inside'
sysv show
