#: reason: another call than that
#: answer ?
