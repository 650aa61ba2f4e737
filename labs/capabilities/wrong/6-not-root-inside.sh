#: hint: has no cap_net_admin there: CapEff 0000000000000000
exit
su - student
unshare --user --net bash
ip link set lo up
