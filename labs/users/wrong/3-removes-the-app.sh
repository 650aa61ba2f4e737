#: hint: /srv/app/bin/app is gone
rm -rf /srv/app/*
