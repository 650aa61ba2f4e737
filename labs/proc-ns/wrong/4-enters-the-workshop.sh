#: hint: That is the workshop
workshop
