busybox nsenter -u/run/box sh
