#: after the solution
#: hint: has ended
kill %1; wait
