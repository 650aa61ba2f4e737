#: hint: another call than mkdir
crun run -d -b /srv/box box
#: answer mkdir
