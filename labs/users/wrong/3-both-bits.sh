#: hint: Either bit is enough
find /srv/app -type f -perm -6000 -exec chmod a-s {} +
