#: hint: with some arguments only
jq '.linux.seccomp = { defaultAction: "SCMP_ACT_ALLOW", architectures: ["SCMP_ARCH_X86"], syscalls: [{ names: ["chmod", "fchmod", "fchmodat"], action: "SCMP_ACT_ERRNO", args: [{ index: 1, value: 0, op: "SCMP_CMP_EQ" }] }] }' /srv/box/config.json > /tmp/new; cp /tmp/new /srv/box/config.json
crun delete -f box
crun run -d -b /srv/box box
