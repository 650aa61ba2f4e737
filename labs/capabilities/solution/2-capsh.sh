capsh --drop=$(capsh --decode=1ffffffffff | cut -d = -f 2 | sed 's/cap_net_admin,//') --
grep Cap /proc/$$/status
