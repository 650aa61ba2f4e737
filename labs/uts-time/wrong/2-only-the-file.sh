#: reason: the name is still lab
echo box > /etc/hostname
HOSTNAME=box
