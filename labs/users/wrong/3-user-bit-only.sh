#: hint: set-group-ID bit, octal 2000
find /srv/app -type f -perm /4000 -exec chmod a-s {} +
find /srv/app -type f -perm /6000 -exec chmod u-s {} +
