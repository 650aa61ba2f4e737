#: after the solution
#: hint: Network namespaces with a name: blue
ip netns del red
