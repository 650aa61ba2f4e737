#: hint: however deep
find /srv/app/usr/bin -type f -perm /6000 | wc -l
#: answer
