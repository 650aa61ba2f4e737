#: answer only d and f can be done
