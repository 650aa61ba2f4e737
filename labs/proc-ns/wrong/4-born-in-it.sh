#: hint: (bash) is in uts:[
unshare --uts=/run/box bash
sleep 1000 &
