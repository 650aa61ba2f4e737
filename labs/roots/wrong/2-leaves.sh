#: hint: Nobody is inside
exit
