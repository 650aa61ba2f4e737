jq '.linux.seccomp.defaultAction = "SCMP_ACT_ERRNO"' /srv/box/deny.json > /tmp/errno.json
crun run --bundle=/srv/box --config=/tmp/errno.json errno; echo $?
#: answer
