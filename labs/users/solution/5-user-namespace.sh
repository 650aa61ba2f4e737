exit
su - student
unshare --user --map-root-user bash
