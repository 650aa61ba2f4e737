#: hint: Network namespaces with a name: none
ip -all netns delete
ip netns attach home 1
ip netns attach here $$
