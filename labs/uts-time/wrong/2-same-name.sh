#: hint: the name is still lab, as on the host
hostname lab
