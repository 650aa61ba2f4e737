su -s /bin/bash nobody
