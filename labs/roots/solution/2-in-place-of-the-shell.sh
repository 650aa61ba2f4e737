exec breakout /bin/sh
