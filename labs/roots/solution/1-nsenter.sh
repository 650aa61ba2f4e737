nsenter --target $$ --root=/srv/jail /bin/sleep 1000 &
