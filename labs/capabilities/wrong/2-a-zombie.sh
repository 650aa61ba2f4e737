#: hint: No process of yours has cap_net_admin alone
(setpriv --bounding-set=-all,+net_admin true & exec sleep 1000) &
until pgrep -r Z; do sleep 0.1; done
