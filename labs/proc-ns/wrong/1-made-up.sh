#: hint: No namespace has the inode 4026539999
workshop
#: answer 4026539999
