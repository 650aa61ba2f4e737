#: reason: Every process is in the host's UTS namespace
HOSTNAME=box bash
