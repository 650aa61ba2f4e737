#: reason: 453 of the kernel's 463 system calls are open
jq '.linux.seccomp.syscalls[0].names += ["setxattr", "lsetxattr", "fsetxattr"]' /srv/box/config.json > /tmp/new; cp /tmp/new /srv/box/config.json
crun delete -f box
crun run -d -b /srv/box box
ask hello
