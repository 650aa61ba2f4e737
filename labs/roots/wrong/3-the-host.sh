#: hint: you pivoted everybody
exit
exit
mount --make-private /; mount --bind /srv/jail /srv/jail; cd /srv/jail; mkdir -p old; pivot_root . old
