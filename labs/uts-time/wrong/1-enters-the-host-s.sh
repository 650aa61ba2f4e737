#: reason: Every process is in the host's UTS namespace
nsenter --target 1 --uts bash
