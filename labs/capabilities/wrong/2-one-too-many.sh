#: reason: is 0000000000003000: cap_net_admin, cap_net_raw
setpriv --bounding-set=-all,+net_raw,+net_admin bash
