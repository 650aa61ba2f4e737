#: reason: You have not said yet
getpcaps $(pgrep -x clerk)
