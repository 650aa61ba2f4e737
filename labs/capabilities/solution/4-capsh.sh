capsh --keep=1 --user=student --inh=cap_net_bind_service --addamb=cap_net_bind_service --
