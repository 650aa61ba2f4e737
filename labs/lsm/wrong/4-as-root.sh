#: hint: Every process of yours runs as root
exit
landlock-run --ro /usr --ro /etc --ro /proc --ro /srv/app --rw /dev bash
