#: reason: mounted nowhere but where it was
chmod 555 /srv/data
