#: reason: What you named is right, and something is missing
#: answer a
