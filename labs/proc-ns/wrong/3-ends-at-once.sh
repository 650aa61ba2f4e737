#: reason: No mount on the host keeps a namespace that was not kept before
touch /run/box
unshare --uts true
