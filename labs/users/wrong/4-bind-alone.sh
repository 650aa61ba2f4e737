#: hint: makes root of student
mount --bind -o nosuid /usr/local/bin /usr/local/bin; mount -o remount,bind,suid /usr/local/bin
