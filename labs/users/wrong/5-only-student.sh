#: hint: Every process is in the host
exit
su - student
