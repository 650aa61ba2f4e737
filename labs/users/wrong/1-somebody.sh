#: hint: runs as uid 1000, who is somebody
su - student
