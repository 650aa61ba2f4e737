# A bundle for crun: the app, a busybox, and a program that makes any system call.
box=/srv/box
root=$box/rootfs
mkdir -p $root/bin $root/lib $root/proc $root/dev $root/sys $root/run $root/data
applets $root/bin sh ls cat echo id stat chmod sleep ps touch
cp -L /usr/lib/i386-linux-gnu/libc.so.6 /usr/lib/i386-linux-gnu/ld-linux.so.2 $root/lib/
habits=(15 94 306)
habit=${habits[$((SEED % 3))]}
cc -DHABIT="$habit" -o $root/bin/app $box/app.c
cc -o $root/bin/call $box/call.c
fact habit "$habit"
# What refuses says it in one of two ways.
denials=(SCMP_ACT_ERRNO SCMP_ACT_KILL_PROCESS)
denial=${denials[$((SEED / 3 % 2))]}
sed '/"namespaces":/s|$|,\n    "seccomp": { "defaultAction": "'$denial'", "architectures": ["SCMP_ARCH_X86"] }|' $box/config.json >$box/deny.json
