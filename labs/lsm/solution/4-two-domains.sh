exit
su - student
landlock-run --ro / bash
landlock-run --ro /usr --ro /srv/app bash
