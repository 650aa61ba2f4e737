#: reason: You have not answered yet
true
