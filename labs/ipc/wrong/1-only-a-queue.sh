#: hint: holds queue 0x0000002a. A segment of shared memory is missing
sysv send 42 hello
