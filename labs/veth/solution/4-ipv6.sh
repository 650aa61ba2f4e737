ip -n red address add fd00::1/64 dev to-blue nodad
ip -n blue address add fd00::2/64 dev to-red nodad
ip -n red link set to-blue up
ip -n blue link set to-red up
