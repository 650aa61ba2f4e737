#: reason: The kernel holds no profile but warden
sed -i 's/  file,/  file/' /etc/apparmor.d/box
apparmor_parser --replace /etc/apparmor.d/box
