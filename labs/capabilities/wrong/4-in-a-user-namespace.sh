#: reason: is in a user namespace of its own
su student
unshare --user --map-root-user setpriv --inh-caps=-all,+net_bind_service --ambient-caps=-all,+net_bind_service sleep 1000 &
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.1; done
