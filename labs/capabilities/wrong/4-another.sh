#: reason: is 0000000000002000: cap_net_raw
setpriv --reuid 1000 --regid 1000 --clear-groups --inh-caps=-all,+net_raw --ambient-caps=-all,+net_raw bash
