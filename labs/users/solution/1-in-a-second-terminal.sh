#: terminal 2
exec runuser -u nobody -- sh -c "echo here; exec sleep 500"
#: wait here
#: terminal 1
