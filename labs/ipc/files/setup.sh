tcc -o /usr/local/bin/sysv /usr/local/src/sysv.c
touch /dev/mqueue/orders
fact mqueue "$(findmnt --noheadings --output MAJ:MIN /dev/mqueue | tr -d ' ')"
