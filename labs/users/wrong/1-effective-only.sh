#: hint: is nobody only in part
setpriv --euid 65534 sleep 1000 &
