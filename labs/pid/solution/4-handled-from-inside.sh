kill -HUP 1
