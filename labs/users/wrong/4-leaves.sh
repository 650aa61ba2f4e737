#: after the solution
#: hint: makes root of student
exit
