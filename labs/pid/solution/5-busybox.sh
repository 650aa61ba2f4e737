unshare --pid --fork --mount-proc busybox sh -c 'spawner & wait'
#: wait ten orphans
