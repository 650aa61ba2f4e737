ip netns exec blue su student -c 'ping -c 1 10.0.0.1'
