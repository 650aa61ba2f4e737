unshare --pid --fork unshare --pid --fork bash
