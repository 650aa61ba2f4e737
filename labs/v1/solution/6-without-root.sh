su student -c 'unshare --user --map-root-user --cgroup sleep 1000' &
