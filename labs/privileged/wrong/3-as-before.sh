#: reason: there is still a way to the host: device /dev/loop0
crun delete -f privileged
crun run -d -b /srv/boxes/privileged shop
