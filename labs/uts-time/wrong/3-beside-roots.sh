#: hint: no new UTS namespace
exit
unshare --user --map-root-user --uts sleep 1000 &
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.1; done
su - student
unshare --user --map-root-user bash
