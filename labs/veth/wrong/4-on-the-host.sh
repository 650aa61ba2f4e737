#: reason: has no address
ip address add 10.0.0.1/24 dev lo
ip address add 10.0.0.2/24 dev lo
