#: reason: has an ambient set, and is root
setpriv --inh-caps=-all,+net_bind_service --ambient-caps=-all,+net_bind_service bash
su student
