unshare --pid --fork --mount-proc bash
spawner > /dev/null &
