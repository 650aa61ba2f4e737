mkdir -p /tmp/ns; mount -t tmpfs none /tmp/ns; touch '/tmp/ns/my box'
unshare --ipc='/tmp/ns/my box' true
