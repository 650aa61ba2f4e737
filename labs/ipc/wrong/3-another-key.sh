#: hint: no key is in both
sysv send 44 'from inside'
