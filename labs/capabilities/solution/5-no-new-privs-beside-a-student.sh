exit
setpriv --reuid 1000 --regid 1000 --clear-groups --no-new-privs sleep 1000 &
su student
