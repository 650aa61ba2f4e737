#: reason: cap_chown is not in the effective set
#: answer CAP_CHOWN
