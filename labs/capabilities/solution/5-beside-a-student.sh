exit
capsh --drop=cap_net_raw -- -c 'exec sleep 1000' &
su student
