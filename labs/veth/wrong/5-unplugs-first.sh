#: hint: No cable joins two namespaces any more
ip -n red link delete to-blue
