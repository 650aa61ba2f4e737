#: reason: is 0000000000000401: cap_chown, cap_net_bind_service
setpriv --reuid 1000 --regid 1000 --clear-groups --inh-caps=-all,+chown,+net_bind_service --ambient-caps=-all,+chown,+net_bind_service bash
