#: hint: Is it mounted nosuid
exit
setcap cap_net_raw+ep /srv/tools/ping; mount --bind /srv/tools /srv/tools; mount -o remount,bind,nosuid /srv/tools
