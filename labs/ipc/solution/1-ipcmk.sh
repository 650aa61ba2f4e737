ipcmk --queue
ipcmk --shmem 4096
