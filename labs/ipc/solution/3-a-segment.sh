sysv write 0x2b 'inside, too'
