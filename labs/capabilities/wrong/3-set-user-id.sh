#: hint: the set-user-ID bit, and with it all 41
exit
chmod u+s /srv/tools/ping
