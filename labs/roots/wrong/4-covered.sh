#: hint: hides it and no more
mount -t tmpfs none /old
