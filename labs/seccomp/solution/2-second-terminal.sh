#: terminal 2
cd /srv/box; cp config.json kept.json; cp deny.json config.json
crun run deny; echo $?
#: answer
cp kept.json config.json
