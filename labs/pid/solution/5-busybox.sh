unshare --pid --fork --mount-proc busybox sh -c 'spawner & wait'
#: wait orphan 4
