#: hint: A new mount namespace begins as a copy
unshare --mount bash
