#: reason: has sent an echo request yet
ping -c 1 -W 1 10.0.0.2
