#: terminal 2
cp -a /srv/jail /srv/other
bwrap --bind /srv/other / /bin/sh
#: terminal 1
stat -c %i /
#: answer
