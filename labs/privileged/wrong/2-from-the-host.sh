#: reason: was not of the privileged container
hostname > /dev/loop0
