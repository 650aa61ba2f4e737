#: hint: still mounted at /old
umount -l /old/proc; umount -l /old/sys
