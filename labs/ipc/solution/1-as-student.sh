#: terminal 2
su - student
ipcmk --shmem 100 --queue
