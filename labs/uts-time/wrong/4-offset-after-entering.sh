#: hint: both offsets are 0
exit
exit
unshare --time bash
echo boottime 86400 0 > /proc/self/timens_offsets
