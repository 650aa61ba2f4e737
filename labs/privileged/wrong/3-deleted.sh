#: reason: and the shop with it
crun delete -f privileged
