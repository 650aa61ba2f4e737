#: hint: has 128 and the signal's number
crun run -b /srv/box -f /srv/box/deny.json deny; echo $(($? - 128))
#: answer
