#: hint: allows these: bind, proc, remount, make-shared, make-private, move, tmpfs on /srv/app.
exit
echo 'profile app { file, capability, mount, deny mount -> /mnt/, }' | apparmor_parser --add
aa-exec -p app -- bash
