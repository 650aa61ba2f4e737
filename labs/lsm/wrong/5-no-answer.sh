#: reason: You have not answered yet
exit
