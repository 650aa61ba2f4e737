# In the first five minutes after the boot Linux 6.12 on 32 bits panics when it throttles a disk whose root group never was: jiffies are
# negative, and start_parent_slice_with_credit() takes a start time of 0 for a later one. So each disk's root group is throttled once;
# version 2 has no limits there, version 1 has.
dd if=/dev/zero of=/run/loop bs=4096 count=1 2> /dev/null
losetup /dev/loop0 /run/loop || losetup -f /run/loop
mkdir /run/blkio
mount -t cgroup -o blkio none /run/blkio
for disk in sda nullb0 loop0; do
  number=$(cat /sys/block/$disk/dev)
  for way in read write; do echo "$number 1000000000" > /run/blkio/blkio.throttle.${way}_bps_device; done
  dd if=/dev/$disk of=/dev/null bs=4096 count=1 iflag=direct
  [ $disk = sda ] || dd if=/dev/zero of=/dev/$disk bs=4096 count=1 oflag=direct
  for way in read write; do echo "$number 0" > /run/blkio/blkio.throttle.${way}_bps_device; done
done
umount /run/blkio
rmdir /run/blkio
losetup -d /dev/loop0
rm /run/loop
