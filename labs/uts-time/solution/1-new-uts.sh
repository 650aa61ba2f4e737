unshare --uts bash
