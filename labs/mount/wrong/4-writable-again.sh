#: after the solution
#: hint: is not ro
mount -o remount,bind,rw,nosuid /media
