bwrap --bind / / --dev /dev --proc /proc --unshare-pid spawner
#: wait orphan 4
