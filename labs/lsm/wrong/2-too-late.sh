#: hint: no process of yours is under it
cp /usr/bin/sleep /srv/app/worker
/srv/app/worker 1000 &
echo 'profile worker /srv/app/worker { file, }' | apparmor_parser --add
