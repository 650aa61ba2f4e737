ip -n red link set lo up
ip -n blue link set lo up
