#: hint: user: you said “c” is refused
exit
#: answer user rmcs capabilities rmcs seccomp rmcs apparmor rmcs landlock rmcs
