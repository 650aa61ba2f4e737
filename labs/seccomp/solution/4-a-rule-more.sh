jq '.linux.seccomp.syscalls += [{ names: ["fchmodat2"], action: "SCMP_ACT_ERRNO", errnoRet: 38 }]' /srv/box/config.json > /tmp/new
#: terminal 2
cd /srv/box; cp /tmp/new config.json
crun run -d second
