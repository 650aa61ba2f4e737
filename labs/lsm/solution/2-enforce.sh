sed -i 's/, complain//' /etc/apparmor.d/box
apparmor_parser --replace /etc/apparmor.d/box
aa-exec -p box -- bash
