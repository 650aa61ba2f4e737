exit
su - student
landlock-run --ro /usr --ro /etc --ro /proc --ro /srv/app --rw /dev --rw /tmp --rw ~ bash
cat /srv/app/app.conf /srv/keys/*.pem
