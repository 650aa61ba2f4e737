su student -c "unshare --user --map-root-user --mount bash"
mount -t tmpfs mine /mnt
