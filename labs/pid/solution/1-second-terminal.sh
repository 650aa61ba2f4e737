#: terminal 2
exec unshare --pid --fork bash
