#: hint: You have not answered yet
id
