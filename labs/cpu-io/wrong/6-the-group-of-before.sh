#: hint: by what was done before this step
then=$(awk -F= '/some/ { print $NF }' /sys/fs/cgroup/demo/cpu.pressure)
sh -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; exec spin' &
until [ $(awk -F= '/some/ { print $NF }' /sys/fs/cgroup/demo/cpu.pressure) -gt $((then + 5000000)) ]; do sleep 0.3; done
