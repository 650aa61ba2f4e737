#: hint: policy drop in inet door ahead
nft add table inet door
nft add chain inet door ahead "{ type filter hook forward priority 0; policy drop; }"
