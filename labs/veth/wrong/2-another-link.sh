#: reason: lo is down in blue and red
for n in red blue; do ip -n $n link add dev x type dummy; ip -n $n link set x up; done
