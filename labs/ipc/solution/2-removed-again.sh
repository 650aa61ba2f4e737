unshare --ipc bash
ipcmk --queue
ipcrm --all
