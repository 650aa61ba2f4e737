nft add table ip n
nft add chain ip n post '{ type nat hook postrouting priority 100; }'
nft add rule ip n post oifname uplink masquerade
