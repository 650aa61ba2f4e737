#: hint: /usr/bin/busybox is executed, but it lies in /usr
true
#: answer /usr/bin/busybox
