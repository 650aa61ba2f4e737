#: hint: another call than openat
crun run -d -b /srv/box box
#: answer openat()
