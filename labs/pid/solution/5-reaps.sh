unshare --pid --fork --mount-proc tini spawner
#: wait ten orphans
