#: after the solution
#: hint: is bound to CPU 0, and nobody is in it
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
