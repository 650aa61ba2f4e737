RANDOM=$((SEED % 32768))
cc -o /usr/local/bin/demo /srv/demo.c
cc -o /usr/local/bin/attack /srv/attack.c

# The root of a container: busybox, setpriv, tini, deny, the libraries they need, and places to mount on.
root=/srv/rootfs
mkdir -p $root/{bin,lib,proc,dev,sys,tmp,etc,old}
cc -o $root/bin/deny /srv/deny.c
cp /usr/bin/{busybox,setpriv,tini} $root/bin/
chroot $root /bin/busybox --install -s /bin
cp -L /usr/lib/i386-linux-gnu/{libc.so.6,ld-linux.so.2,libcap-ng.so.0} $root/lib/
chown -R 100000:100000 $root

# The talk's demo runs, somewhere.
names=(amber birch cedar delta ember flint)
mkdir -p /srv/{amber,birch,cedar,delta,ember,flint}/{bin,proc}
name=${names[RANDOM % 6]}
ln /usr/bin/busybox "/srv/$name/bin/sleep" 2>/dev/null || cp /usr/bin/busybox "/srv/$name/bin/sleep"
plant demo demo "/srv/$name" "$name" /bin/sleep 1000000
until grep -q "/srv/$name/proc" /proc/self/mountinfo; do sleep 0.05; done
echo "Nothing was attacked yet: attack PID /root/report.md" > /root/report.md
