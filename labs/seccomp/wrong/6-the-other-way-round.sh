#: hint: setxattr open
ask hello
