#: hint: is a link of kind dummy
ip -n red link add to-blue type dummy
ip -n blue link add to-red type dummy
