#: hint: It is still in its bounding set
exit
ip link set lo down
su student
