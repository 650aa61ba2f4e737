#: hint: Only one network namespace has a name: red
ip netns add red
