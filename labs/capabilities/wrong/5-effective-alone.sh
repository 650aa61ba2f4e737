#: hint: It is still in its bounding set
exit
bwrap --bind / / --cap-drop ALL bash
