apparmor_parser --replace /etc/apparmor.d/box
