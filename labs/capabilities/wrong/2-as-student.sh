#: hint: CapEff is 0: bounding is not effective
setpriv --reuid 1000 --regid 1000 --clear-groups --bounding-set=-all,+net_admin bash
