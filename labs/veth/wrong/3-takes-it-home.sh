#: after the solution
#: hint: The cable goes from to-red in blue to to-blue in the host
ip -n red link set to-blue netns 1
