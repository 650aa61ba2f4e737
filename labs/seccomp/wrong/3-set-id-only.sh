#: hint: is refused with some arguments only: with (0x0, 0x0
jq '.linux.seccomp = { defaultAction: "SCMP_ACT_ALLOW", architectures: ["SCMP_ARCH_X86"], syscalls: [{ names: ["chmod", "fchmod"], action: "SCMP_ACT_ERRNO", args: [{ index: 1, value: 2048, valueTwo: 2048, op: "SCMP_CMP_MASKED_EQ" }] }, { names: ["fchmodat"], action: "SCMP_ACT_ERRNO", args: [{ index: 2, value: 2048, valueTwo: 2048, op: "SCMP_CMP_MASKED_EQ" }] }] }' /srv/box/config.json > /tmp/new; cp /tmp/new /srv/box/config.json
crun delete -f box
crun run -d -b /srv/box box
