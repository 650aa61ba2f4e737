find /srv/app -type f -perm /6000 -print0 | xargs -0 chmod u-s,g-s
