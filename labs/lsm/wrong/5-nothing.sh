#: hint: user: you said “r” is allowed
exit
#: answer user - capabilities - seccomp - apparmor - landlock -
