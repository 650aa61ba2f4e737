cp /usr/bin/sleep /srv/app/worker
echo 'profile worker /srv/app/worker { file, }' | apparmor_parser --add
/srv/app/worker 1000 &
