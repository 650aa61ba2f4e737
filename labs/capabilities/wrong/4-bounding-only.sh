#: reason: No process has anything in its ambient set
setpriv --reuid 1000 --regid 1000 --clear-groups --bounding-set=-all,+net_bind_service bash
