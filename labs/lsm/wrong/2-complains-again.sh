#: hint: in complain mode
#: after the solution
apparmor_parser --replace --Complain /etc/apparmor.d/box
