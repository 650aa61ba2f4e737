#: reason: has gone a level deeper
unshare --user --map-root-user bash
