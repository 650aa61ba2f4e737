#: reason: Every process has its number from the host's
unshare --pid --fork true
