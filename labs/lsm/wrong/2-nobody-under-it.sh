#: hint: is loaded and would be enforced, but no process of yours is under it
sed -i 's/, complain//' /etc/apparmor.d/box
apparmor_parser --replace /etc/apparmor.d/box
