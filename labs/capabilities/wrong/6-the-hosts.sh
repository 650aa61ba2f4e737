#: reason: Every process is in a user namespace that was there before
exit
ip link add one type veth peer name two
