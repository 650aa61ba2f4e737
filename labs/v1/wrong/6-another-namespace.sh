#: hint: The group is not the namespace
unshare --uts bash
