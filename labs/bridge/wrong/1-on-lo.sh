#: hint: 172.17.0.1 is on lo, a link of kind lo
ip address add 172.17.0.1/16 dev lo
