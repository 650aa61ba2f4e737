#: reason: You have not said yet
crun run -d -b /srv/box box
ask hello
