#: hint: Only cap_net_admin is to be left
capsh --drop=cap_sys_admin -- -c 'exec sleep 1001' & until pgrep -fx 'sleep 1001'; do sleep 0.1; done
sleep 1002 &
