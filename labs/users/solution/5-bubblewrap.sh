exit
su - student
bwrap --dev-bind / / --unshare-user --uid 0 --gid 0 bash
