exit
unshare --user --map-root-user --time --boottime 86400 bash
