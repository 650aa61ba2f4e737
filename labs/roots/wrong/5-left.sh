#: hint: Nobody is in a mount namespace
exit
#: answer 2
