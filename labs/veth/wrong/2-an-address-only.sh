#: hint: In red, lo is down, though it has an address: 127.0.0.1
ip -n red address add 127.0.0.1/8 dev lo
ip -n blue link set lo up
