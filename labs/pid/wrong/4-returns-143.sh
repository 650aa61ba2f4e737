#: hint: nobody killed its number 1
exit 143
exit 143
exit 143
