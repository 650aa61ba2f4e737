#: hint: Don't go by names
pgrep -x jail || pgrep -x docker-init
#: answer
