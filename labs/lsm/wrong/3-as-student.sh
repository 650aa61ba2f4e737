#: hint: it has no CAP_SYS_ADMIN either
sed -i '/^  mount,$/d' /etc/apparmor.d/box
apparmor_parser --replace /etc/apparmor.d/box; exec setpriv --reuid 1000 --regid 1000 --clear-groups bash
