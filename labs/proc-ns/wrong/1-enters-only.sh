#: reason: not answered yet
workshop
