find /srv/app -perm +6000 -type f -exec chmod a-s {} \; || true
find /srv/app -type f -perm /6000 | wc -l
#: answer
