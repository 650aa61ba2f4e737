#: after the solution
#: hint: /dev/sda can be opened
echo 'b 8:0 rwm' > /tmp/v1/devices/demo/devices.allow
