pkill -x tini; while pgrep -x tini; do sleep 0.1; done; sed -i 's/=100000/=1000/g' /srv/start.sh; chown -R student: /srv/rootfs
bash /srv/start.sh < /dev/null &
until pgrep -U student -x tini; do sleep 0.2; done
pgrep -x tini
#: answer
