exec breakout /bin/sh -c '/bin/sleep 1000 & exit'
