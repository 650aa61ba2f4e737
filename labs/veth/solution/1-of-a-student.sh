su student -c 'unshare --user --map-root-user --net sleep 1000' & sleep 1
su student -c 'unshare --user --map-root-user --net sleep 1001' & sleep 1
for n in 1000 1001; do ip netns attach n$n $(pgrep -fx "sleep $n"); done
