#: after the solution
#: hint: /srv/app/bin/app has mode 4755
chmod u+s /srv/app/bin/app
