#: hint: /usr/bin/true is executed, but it lies in /usr
true
#: answer /usr/bin/true
