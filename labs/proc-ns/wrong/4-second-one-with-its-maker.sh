#: hint: /run/other keeps, but never joined it
touch /run/other
unshare --uts=/run/other bash
