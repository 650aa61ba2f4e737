#: hint: or a mount that hides it
exit
su student -c 'bwrap --ro-bind / / --tmpfs /srv/keys --proc /proc --dev /dev sleep 1000' &
until pgrep -x sleep; do sleep 0.2; done
