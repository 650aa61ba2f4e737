#: hint: it does not wait() for them
unshare --pid --fork --mount-proc spawner
#: wait orphan 6
