#: hint: (no process) is a copy
mkdir /run/ns; mount --bind /run/ns /run/ns; mount --make-private /run/ns; touch /run/ns/box
unshare --mount=/run/ns/box true
