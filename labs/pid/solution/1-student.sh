su student -c 'unshare --user --map-root-user --pid --fork bash'
