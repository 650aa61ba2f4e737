#: hint: It is still in its bounding set
exit
chmod 4700 /srv/tools/again
su student
