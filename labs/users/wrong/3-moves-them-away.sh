#: hint: is no longer there
mkdir /srv/away; find /srv/app -type f -perm /6000 -exec mv {} /srv/away \;
