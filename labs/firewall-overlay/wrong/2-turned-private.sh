#: hint: has mode private
#: after the solution
ip -n m2 link set mv2 type macvlan mode private
