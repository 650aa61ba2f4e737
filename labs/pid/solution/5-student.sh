su student -c 'unshare --user --map-root-user --pid --fork --mount-proc tini spawner'
#: wait orphan 4
