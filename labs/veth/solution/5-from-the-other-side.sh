nsenter --net=/run/netns/blue busybox ping -c 1 10.0.0.1
