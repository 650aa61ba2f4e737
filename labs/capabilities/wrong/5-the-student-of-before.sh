#: hint: It is still in its bounding set
true
