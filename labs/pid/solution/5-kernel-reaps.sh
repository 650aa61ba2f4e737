unshare --pid --fork --mount-proc bash -c "trap '' CHLD; exec spawner"
#: wait orphan 4
