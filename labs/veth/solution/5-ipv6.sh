a=$(ip -n blue -6 -br address show dev to-red scope link | awk '{sub("/.*", "", $3); print $3}'); echo $a
sleep 2; ip netns exec red ping -c 2 $a%to-blue
