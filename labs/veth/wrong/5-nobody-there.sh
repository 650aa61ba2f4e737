#: hint: red has sent 2 echo requests, and no answer came back
ip netns exec red ping -c 2 -W 1 10.0.0.77
