#: terminal 2
setpriv --bounding-set=-net_raw bash
