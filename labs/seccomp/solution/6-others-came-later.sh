jq '.linux.seccomp = { defaultAction: "SCMP_ACT_ERRNO", syscalls: [{ names: ["access", "brk", "close", "execve", "exit_group", "getrandom", "mknodat", "mmap2", "mprotect", "munmap", "openat", "read", "rseq", "set_robust_list", "set_thread_area", "set_tid_address", "statx", "ugetrlimit", "write"], action: "SCMP_ACT_ALLOW" }] }' /srv/box/config.json > /tmp/new; cp /tmp/new /srv/box/config.json
crun delete -f box
crun run -d -b /srv/box box
jq 'del(.linux.seccomp) | .linux.seccomp = { defaultAction: "SCMP_ACT_ALLOW", syscalls: [{ names: ["chmod"], action: "SCMP_ACT_ERRNO" }] }' /srv/box/config.json > /tmp/other.json
cp -a /srv/box/rootfs /srv/box/second; cp -a /srv/box/rootfs /srv/box/third; cp -a /srv/box/rootfs /srv/box/fourth
for n in second third fourth; do jq --arg root $n '.root.path = $root' /tmp/other.json > /tmp/$n.json; crun run -d -b /srv/box -f /tmp/$n.json $n; done
