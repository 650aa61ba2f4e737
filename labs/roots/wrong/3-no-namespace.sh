#: hint: Every process is in the host
exit
exit
mount --bind /srv/jail /srv/jail; cd /srv/jail; mkdir -p old
