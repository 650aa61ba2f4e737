#: hint: it may not read /srv/app/app.conf either
exit
echo 'profile tight { capability, /usr/** rmix, /etc/ld.so.cache r, }' | apparmor_parser --add
aa-exec -p tight -- sleep 1000 &
