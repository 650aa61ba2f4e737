#: reason: sees nothing: no key is in both
ipcs
