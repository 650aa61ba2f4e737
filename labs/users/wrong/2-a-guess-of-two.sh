#: hint: is not one number
#: answer 5 or 6
