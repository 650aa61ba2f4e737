#: hint: is not the inode of one namespace
workshop
echo $$
#: answer
