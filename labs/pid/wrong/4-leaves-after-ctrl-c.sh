#: hint: nobody killed its number 1
#: key ctrl-c
exit
exit
exit
