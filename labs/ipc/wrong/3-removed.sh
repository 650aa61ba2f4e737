#: hint: no key is in both
#: after the solution
ipcrm --all
