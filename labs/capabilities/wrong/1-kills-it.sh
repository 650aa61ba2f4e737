#: reason: The clerk has ended
getpcaps $(pgrep -x clerk); pkill -x clerk
