crun exec box call 102 1 2,1,0
crun exec box call 359 2 1 0
jq '.linux.seccomp = { defaultAction: "SCMP_ACT_ALLOW", architectures: ["SCMP_ARCH_X86"], syscalls: [{ names: ["chmod", "fchmod", "fchmodat", "fchmodat2", "socket", "socketpair", "socketcall"], action: "SCMP_ACT_ERRNO" }] }' /srv/box/config.json > /tmp/new; cp /tmp/new /srv/box/config.json
crun delete -f box
crun run -d -b /srv/box box
