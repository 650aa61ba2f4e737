unshare --net bash
nsenter --target 1 --net bash -c 'ip link add docker0 type bridge; ip link set docker0 up; ip address add 172.17.0.1/16 dev docker0'
