#: hint: A queue is missing
ipcmk --shmem 4096
