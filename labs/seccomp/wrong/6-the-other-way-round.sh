#: reason: 457 of the kernel's 463 system calls are open
ask hello
