#: hint: you set the domain name, to box
echo box > /proc/sys/kernel/domainname
