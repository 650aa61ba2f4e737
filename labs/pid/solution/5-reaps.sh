unshare --pid --fork --mount-proc tini spawner
#: wait orphan 4
