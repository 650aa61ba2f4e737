unshare --uts=/run/workshop hostname box
