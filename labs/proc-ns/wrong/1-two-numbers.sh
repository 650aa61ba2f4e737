#: hint: is not the inode of one namespace
workshop
echo $(readlink /proc/$$/ns/uts /proc/1/ns/uts)
#: answer
