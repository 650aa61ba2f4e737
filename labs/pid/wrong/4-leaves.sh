#: hint: nobody killed its number 1
exit
exit
exit
