#: hint: real, effective, saved, file system
setpriv --ruid 65534 sleep 1000 &
