#: hint: may have a fifth of the CPU, and
echo +cpu > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/demo
echo '20000 100000' > /sys/fs/cgroup/demo/cpu.max
bash -c 'echo $$ > /sys/fs/cgroup/demo/cgroup.procs; end=$((${EPOCHREALTIME/./} + 900000)); while ((${EPOCHREALTIME/./} < end)); do :; done' &
