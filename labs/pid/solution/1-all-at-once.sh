unshare --pid --fork --mount-proc unshare --pid --fork --mount-proc bash
