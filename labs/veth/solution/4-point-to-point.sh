ip -all netns exec bash -c 'ip link set to-blue up; ip link set to-red up'
ip -n red address add 10.1.1.1 peer 10.2.2.2 dev to-blue
ip -n blue address add 10.2.2.2 peer 10.1.1.1 dev to-red
