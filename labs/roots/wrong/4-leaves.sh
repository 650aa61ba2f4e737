#: hint: Nobody is in a mount namespace
exit
