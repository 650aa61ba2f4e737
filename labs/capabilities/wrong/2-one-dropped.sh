#: hint: Only cap_net_admin is to be left
capsh --drop=cap_sys_admin --
