#: hint: nobody killed its number 1
exit 255
exit 255
exit 255
