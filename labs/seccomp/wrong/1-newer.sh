#: hint: another call than fchmodat2
#: answer 452
