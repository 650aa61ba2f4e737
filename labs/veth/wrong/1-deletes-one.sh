#: after the solution
#: hint: Only one network namespace has a name: red
ip netns delete blue
