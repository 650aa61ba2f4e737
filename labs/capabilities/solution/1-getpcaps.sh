#: terminal 2
getpcaps $(pgrep -x clerk)
#: answer
