#: reason: was not of the privileged container
crun exec privileged hostname > /dev/loop0
