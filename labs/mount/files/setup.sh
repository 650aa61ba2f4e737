# A volume of its own file system, and an image of two layers whose contents differ from attempt to attempt.
mkdir -p /srv/data
mount -t tmpfs -o size=1m,mode=755 data /srv/data
echo "balance = $((SEED % 900 + 100))" > /srv/data/ledger
fact volume "$(mountpoint -d /srv/data)"

base=/srv/image/base
app=/srv/image/app
mkdir -p $base/etc $app/etc
echo base > $base/etc/layer
echo app > $app/etc/layer
echo "base $((SEED % 9000 + 1000))" > $base/etc/release
echo 'listen = 80' > $base/etc/app.conf
echo "listen = $((SEED % 5000 + 3000))" > $app/etc/app.conf
fact release "$(cat $base/etc/release)"
fact conf "$(cat $app/etc/app.conf)"
