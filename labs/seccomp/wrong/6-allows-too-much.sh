#: hint: Allow less: at most 100
names=$(grep -o '__NR_[a-z0-9_]*' /usr/include/i386-linux-gnu/asm/unistd_32.h | cut -c 6- | grep -v -e chmod -e socket -e setxattr | jq -R . | jq -s .)
jq --argjson names "$names" '.linux.seccomp = { defaultAction: "SCMP_ACT_ERRNO", syscalls: [{ names: $names, action: "SCMP_ACT_ALLOW" }] }' /srv/box/config.json > /tmp/new; cp /tmp/new /srv/box/config.json
crun delete -f box
crun run -d -b /srv/box box
