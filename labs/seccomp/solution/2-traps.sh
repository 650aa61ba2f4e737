jq '.linux.seccomp.defaultAction = "SCMP_ACT_TRAP"' /srv/box/deny.json > /tmp/trap.json
crun run --bundle=/srv/box --config=/tmp/trap.json trap; echo $?
#: answer
