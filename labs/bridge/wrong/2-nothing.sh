#: reason: No container is plugged into the bridge
ping -c 1 172.17.0.1
