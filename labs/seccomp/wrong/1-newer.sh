#: hint: another call than 452
#: answer 452
