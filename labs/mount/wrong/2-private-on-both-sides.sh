#: hint: is private: nothing gets out
#: terminal 2
mount --make-private /run; mkdir /run/x; mount -t tmpfs x /run/x
