#: hint: no new UTS namespace
exit
unshare --uts sleep 1000 &
su - student
unshare --user bash
