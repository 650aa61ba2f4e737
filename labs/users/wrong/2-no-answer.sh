#: hint: You have not said yet
find /srv/app -type f -perm /6000
