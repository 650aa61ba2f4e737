#: hint: is not what is executed here
true
#: answer /opt/daemons/minerd
