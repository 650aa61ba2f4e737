#: hint: on the host, for everybody
#: terminal 2
mkdir /tmp/d; mount --make-private /tmp; mount -o bind,ro,nosuid /srv/data /tmp/d
