#: reason: The kernel holds no profile but warden
#: after the solution
apparmor_parser --remove /etc/apparmor.d/box
