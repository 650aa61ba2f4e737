# A host with a disk, and two containers: one as it should be, one as an engine makes it of --privileged: every capability, every
# device, nothing masked or read-only. Which namespaces it shares, differs.
number=$((SEED % 9000 + 1000))
boxes=/srv/boxes
root=$boxes/rootfs
mkdir -p $root/bin $root/proc $root/dev $root/tmp $root/www
applets $root/bin sh sleep httpd cat dd echo grep head hostname id ls mkdir mknod mount ps rm umount
echo "shop $number" >$root/www/index.html
echo "the host's disk, as it was: $number" >/srv/disk.img
truncate -s 64K /srv/disk.img
losetup /dev/loop0 /srv/disk.img
config=$boxes/privileged/config.json
sed -i "s/\"shop\"/\"shop-$number\"/" $config
if ((SEED % 2)); then sed -i 's/{ "type": "network" }, //' $config; fi
if ((SEED / 2 % 2)); then sed -i 's/{ "type": "ipc" }, //' $config; fi
plant plain crun run -b $boxes/plain plain
plant privileged crun run -b $boxes/privileged privileged
fact page "shop $number"
until httpd=$(grep -slx httpd /proc/[0-9]*/comm) && grep -sqx sleep /proc/[0-9]*/comm; do sleep 0.05; done
# So that the check knows whether the disk was reached from within.
cc -o /run/openers /usr/local/src/openers.c
/run/openers 7 0 "${httpd%/comm}/ns/pid"
cc -o /run/writers /usr/local/src/writers.c
plant writers /run/writers /srv/disk.img
