#: hint: has no cpu.max
mkdir /sys/fs/cgroup/demo
echo '20000 100000' > /sys/fs/cgroup/demo/cpu.max
