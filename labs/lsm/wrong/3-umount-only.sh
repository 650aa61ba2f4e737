#: hint: the profile box as it is loaded allows that
sed -i '/^  umount,$/d' /etc/apparmor.d/box
apparmor_parser --replace /etc/apparmor.d/box
