#: hint: whose first process has ended
touch /run/box
unshare --fork --pid=/run/box true
