#: hint: but since this step began it has waited for
mkdir /sys/fs/cgroup/crowd
for i in 1 2; do sh -c 'echo $$ > /sys/fs/cgroup/crowd/cgroup.procs; exec timeout 2.9 spin' & done; wait
until awk -F '[ =]' '/some/ { exit !($3 >= 20) }' /sys/fs/cgroup/crowd/cpu.pressure; do sleep 0.1; done
