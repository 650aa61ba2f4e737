#: hint: “a” is refused
true
#: answer a b c d e f
