su student -c 'unshare --user --map-root-user --net sleep 1000' & su student -c 'unshare --user --map-root-user --net sleep 1001' & sleep 2
for n in 0 1; do p=$(pgrep -fx "sleep 100$n"); ip link add v$n type veth peer name eth0 netns $p; ip link set v$n master docker0 up; nsenter -t $p -n ip address add 172.17.0.1$n/16 dev eth0; nsenter -t $p -n ip link set eth0 up; done
