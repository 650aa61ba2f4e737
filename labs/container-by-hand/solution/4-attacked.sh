pgrep -x tini
#: answer
