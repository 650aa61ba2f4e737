#: hint: A segment of shared memory is missing
#: after the solution
ipcrm --shmem-key 43
