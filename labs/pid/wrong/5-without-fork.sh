#: reason: No spawner runs that was started since
unshare --pid spawner
