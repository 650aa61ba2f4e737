bwrap --bind / / --dev /dev --proc /proc --unshare-pid bash
