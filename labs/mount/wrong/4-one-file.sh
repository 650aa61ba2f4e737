#: hint: is only /ledger of the volume
touch /tmp/l; mount -o bind,ro,nosuid /srv/data/ledger /tmp/l
