bwrap --bind / / --dev-bind /dev /dev --unshare-ipc bash
