# A small root file system: a static busybox, and the breakout with the two libraries that it needs.
jail=/srv/jail
mkdir -p $jail/bin $jail/lib $jail/etc $jail/proc $jail/dev $jail/root $jail/tmp
applets $jail/bin sh ls cat echo pwd id mkdir rmdir rm touch mount umount chroot pivot_root sleep ps stat find hostname grep env true \
  unshare nsenter
cc -o $jail/bin/breakout /srv/breakout.c
cp -L /usr/lib/i386-linux-gnu/libc.so.6 $jail/lib/
cp -L /usr/lib/i386-linux-gnu/ld-linux.so.2 $jail/lib/
echo "cell-$((SEED % 9000 + 1000))" > $jail/etc/name
