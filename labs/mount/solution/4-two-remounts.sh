mkdir -p "/tmp/a b"; mount --bind /srv/data "/tmp/a b"
mount -o remount,bind,nosuid "/tmp/a b"
mount -o remount,bind,ro,nosuid "/tmp/a b"
