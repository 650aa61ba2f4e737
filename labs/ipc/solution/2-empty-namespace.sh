unshare --ipc bash
ipcs
