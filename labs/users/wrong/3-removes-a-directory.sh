#: hint: /srv/app/bin/app is gone
rm -r /srv/app/bin; chmod -R a-s /srv/app
