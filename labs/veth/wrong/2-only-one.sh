#: hint: lo is down in blue
ip -n red link set lo up
