exit
ip link set lo down
capsh --drop=cap_net_raw --
