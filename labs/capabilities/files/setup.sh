# A program that may something, tools that may nothing yet, and one that may everything.
mkdir -p /srv/tools
cp /usr/bin/ping /srv/tools/ping
install -m 4755 /usr/bin/ping /srv/tools/again
cp /usr/bin/sleep /usr/local/bin/clerk
# Three capabilities, one of them beyond bit 31; what bounds them is another set.
low=(kill setgid net_broadcast ipc_lock sys_chroot sys_ptrace sys_boot sys_nice sys_time lease)
high=(mac_override mac_admin syslog wake_alarm block_suspend audit_read perfmon bpf checkpoint_restore)
a=${low[$((SEED % 5))]}
b=${low[$((SEED / 5 % 5 + 5))]}
c=${high[$((SEED / 25 % 9))]}
plant clerk setpriv --reuid 1000 --regid 1000 --clear-groups --inh-caps "-all,+$a,+$b,+$c" --ambient-caps "-all,+$a,+$b,+$c" \
  --bounding-set=-sys_admin,-mknod clerk 1000000
named "$planted" clerk
# No plant: a daemon that has less than root has, as others may, and that was there before.
cp /usr/bin/sleep /usr/local/bin/netd
setsid setpriv --bounding-set=-all,+net_admin netd 1000000 >/dev/null 2>&1 </dev/null &
named $! netd
