#: reason: got through: keyring.
sed -i 's/286,287,288,//' /srv/rootfs/etc/calls; pkill -x tini; while pgrep -x tini; do sleep 0.1; done
bash /srv/start.sh < /dev/null &
until pgrep -x tini; do sleep 0.2; done
pgrep -x tini
#: answer
