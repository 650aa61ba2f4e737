#: hint: by what was done before this step
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec dd if=/dev/nullb0 of=/dev/null bs=64k iflag=direct' &
until awk -F '[ =]' '/some/ { exit !($3 > 30) }' /sys/fs/cgroup/demo/io.pressure; do sleep 0.3; done
