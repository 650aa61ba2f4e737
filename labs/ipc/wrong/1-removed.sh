#: hint: A queue is missing
#: after the solution
ipcrm --all=msg
