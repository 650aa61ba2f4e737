#: reason: The disk now begins with "lab"
hostname > /dev/loop0
