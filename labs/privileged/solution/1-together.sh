#: terminal 2
letters=AB
grep -q network /srv/boxes/privileged/config.json || letters=${letters}C
letters=${letters}E
grep -q ipc /srv/boxes/privileged/config.json || letters=${letters}F
echo $letters
#: answer
