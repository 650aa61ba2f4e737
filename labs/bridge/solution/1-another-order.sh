ip link add name lan up type bridge stp_state 1
ip address add 10.99.0.1/24 dev lan
ip address add 172.17.0.1/16 broadcast + dev lan
