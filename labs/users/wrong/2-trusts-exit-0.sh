#: hint: for example /srv/app/usr/
find /srv/app -perm +6000 -type f -exec chmod a-s {} \; || true
#: answer 0
