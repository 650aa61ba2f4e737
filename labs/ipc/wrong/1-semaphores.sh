#: hint: holds set of semaphores
ipcmk --semaphore 2
