#: hint: (bash) is still in it
touch /run/box
unshare --uts=/run/box bash
