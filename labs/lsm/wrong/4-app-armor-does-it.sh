#: hint: it is under the AppArmor profile box
su - student
