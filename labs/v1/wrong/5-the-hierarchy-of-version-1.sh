#: hint: No device program is attached
cc -o devfilter devfilter.c
./devfilter /tmp/v1/devices/demo 8 0
