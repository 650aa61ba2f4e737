#: hint: sees another file at /usr/local/bin/peek
unshare --mount bash
mount --bind /usr/bin/id /usr/local/bin/peek
