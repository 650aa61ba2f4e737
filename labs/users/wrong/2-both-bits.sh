#: hint: the kernel shows another number
find /srv/app -type f -perm -6000 | wc -l
#: answer
