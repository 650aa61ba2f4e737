#: reason: Every process is in the host's IPC namespace
ipcs
