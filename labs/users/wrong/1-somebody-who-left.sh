#: hint: Everything you started runs as root
su student -c id
