#: after the solution
#: hint: nobody is in it
echo $$ > /sys/fs/cgroup/cgroup.procs
