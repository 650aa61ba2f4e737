exit
capsh --drop=cap_net_raw --
/srv/tools/again -c 1 127.0.0.1
