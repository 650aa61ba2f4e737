#: hint: It is still in its bounding set
exit
su student
