find /srv/app -type f '(' -perm -4000 -o -perm -2000 ')' -print0 | tr -dc '\0' | wc -c
#: answer
