#: hint: and the host's network
exit
su - student
unshare --user --map-root-user bash
ip link set lo up
