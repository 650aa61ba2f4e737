find /srv/app -type f -perm /6000 | wc -l | sed 's/$/ files/'
#: answer
