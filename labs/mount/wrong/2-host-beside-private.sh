#: hint: is private: nothing gets out
#: terminal 2
mount -t tmpfs x /media
