#: hint: its cable, uplink, is gone
ip link del uplink
