#: hint: Name only what it needs
exit
su - student
landlock-run --ro /usr --ro /etc --ro /proc --ro /srv --rw /dev bash
