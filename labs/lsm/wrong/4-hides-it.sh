#: hint: or a mount that hides it
exit
su student -c 'bwrap --ro-bind / / --tmpfs /srv/keys --proc /proc --dev /dev sleep 1000' &
