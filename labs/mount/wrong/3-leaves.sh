#: hint: No process is in a mount namespace of its own any more
exit
