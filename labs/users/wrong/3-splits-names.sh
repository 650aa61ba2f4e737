#: hint: Its name holds a space
find /srv/app -type f -perm /6000 | xargs chmod a-s
