#: hint: on the host its uid is 0
unshare --user sleep 1000 &
