#: hint: its uid_map has no line for 0
exit
su - student
unshare --user bash
