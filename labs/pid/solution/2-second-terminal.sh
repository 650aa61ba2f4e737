#: terminal 2
unshare --pid --fork --mount bash
mount -t proc -o hidepid=invisible proc /proc
