exec bash
touch /run/other; unshare --ipc=/run/other true
exec nsenter --ipc=/run/other bash
