#: reason: Every process is in the host's time namespace
exit
exit
unshare --time --boottime -86400 bash
