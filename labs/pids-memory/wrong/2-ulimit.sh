#: hint: is "max": no limit
su student -c 'ulimit -u 5; exec sh -c "for i in 1 2 3 4 5 6 7; do sleep 100 & done"' 2> /dev/null
