exit
su student -c 'unshare --user --map-root-user landlock-run --ro /usr --ro /etc --ro /srv/app sleep 1000' &
#: terminal 2
until pgrep -x sleep; do sleep 0.1; done
