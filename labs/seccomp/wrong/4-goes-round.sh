#: reason: open are: fchmodat2 (452).
crun exec box call 452 -100 /data/report 0700 0
