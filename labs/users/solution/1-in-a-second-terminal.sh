#: terminal 2
exec runuser -u nobody -- sleep 500
#: terminal 1
