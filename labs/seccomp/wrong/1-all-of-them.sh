#: hint: You named chmod, fchmod, fchmodat; the app changes the mode by one call
#: answer chmod, fchmod or fchmodat
