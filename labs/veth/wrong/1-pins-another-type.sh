#: hint: Only one network namespace has a name: red
ip netns add red
touch /run/netns/blue
unshare --uts=/run/netns/blue true
