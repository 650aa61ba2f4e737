#: hint: it may not read /srv/app/app.conf either (EACCES)
exit
su - student
landlock-run --ro /usr --ro /etc --ro /proc --rw /dev bash
