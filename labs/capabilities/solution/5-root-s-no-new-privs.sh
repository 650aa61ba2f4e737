exit
capsh --no-new-privs --caps=cap_sys_admin,cap_setpcap+ep --
grep -e Cap -e NoNew /proc/self/status; /srv/tools/again -c 1 -w 2 127.0.0.1
