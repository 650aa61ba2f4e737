#: hint: Count regular files
find /srv/app -perm /6000 | wc -l
#: answer
