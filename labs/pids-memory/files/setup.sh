cc -o /usr/local/bin/leak /root/leak.c
