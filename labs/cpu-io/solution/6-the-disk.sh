mkdir /sys/fs/cgroup/crowd
echo '254:0 rbps=1000' > /sys/fs/cgroup/crowd/io.max
sh -c 'echo $$ > /sys/fs/cgroup/crowd/cgroup.procs; exec dd if=/dev/nullb0 of=/dev/null bs=64k iflag=direct' &
#: reached /sys/fs/cgroup/crowd/io.pressure some avg10=([2-9]\d|100)\.\d+ .*total=([4-9]|\d\d)\d{6}\b
