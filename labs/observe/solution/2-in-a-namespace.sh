cd; umount /sys/kernel/tracing
unshare --mount
mount -t tracefs nodev /mnt; cd /mnt; echo 1 > events/sched/sched_process_fork/enable; sleep 5
pid=$(grep -o 'filename=/var[^ ]* pid=[0-9]*' trace | tail -n 1 | cut -d= -f3)
name=$(cut -d/ -f2 /proc/$(sed -n "s/.* pid=\([0-9]*\) .*child_pid=$pid\$/\1/p" trace | tail -n 1)/cgroup); echo $name
mkdir instances/mine; cd instances/mine; echo 1 > options/event-fork
cat /sys/fs/cgroup/$name/cgroup.procs > set_event_pid; echo 1 > events/sched/sched_process_exec/enable
sleep 9; tail trace
