#: reason: Groups: 0 4)
#: after the solution
sed -i 's/--clear-groups/--groups=0,4/' /srv/start.sh; pkill -x tini; while pgrep -x tini; do sleep 0.1; done
bash /srv/start.sh < /dev/null &
until pgrep -x tini; do sleep 0.2; done
