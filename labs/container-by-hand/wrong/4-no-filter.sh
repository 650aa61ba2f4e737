#: reason: got through: keyring, new-userns, clone-userns, clone3-userns.
sed -i 's/deny $(cat .etc.calls) //; s/--bounding-set=-all/--bounding-set=-all,+chown/' /srv/inside.sh; pkill -x tini; while pgrep -x tini; do sleep 0.1; done
bash /srv/start.sh < /dev/null &
until pgrep -x tini; do sleep 0.2; done
pgrep -x tini
#: answer
