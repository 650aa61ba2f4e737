#: hint: Use the very key that the host has
sysv write 42 'from inside'
