#: reason: but ps reads /proc
unshare --mount bash
mount --bind /proc /proc
