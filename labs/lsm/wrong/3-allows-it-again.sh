#: hint: the profile box as it is loaded allows that
#: after the solution
sed -i 's/^  umount,$/&\n  mount,/' /etc/apparmor.d/box
apparmor_parser --replace /etc/apparmor.d/box
