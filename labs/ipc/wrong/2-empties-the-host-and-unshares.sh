#: hint: Removing is not hiding
ipcrm --all; unshare --ipc bash
