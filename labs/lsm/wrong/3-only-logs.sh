#: hint: No process of yours is under a profile that is enforced
sed -i '/^  mount,$/d; s/flags=(/&complain, /' /etc/apparmor.d/box
apparmor_parser --replace /etc/apparmor.d/box
