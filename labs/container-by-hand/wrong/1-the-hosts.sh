#: hint: /proc is the host's own
#: answer /proc
