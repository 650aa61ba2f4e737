#: hint: You set the machine's wall clock
exit
exit
date --set '+1 day'
