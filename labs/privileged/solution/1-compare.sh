p=$(pgrep -x httpd); letters="a b e"
[ $(readlink /proc/$p/ns/net) = $(readlink /proc/1/ns/net) ] && letters="$letters c"
[ $(readlink /proc/$p/ns/ipc) = $(readlink /proc/1/ns/ipc) ] && letters="$letters f"
echo $letters
#: answer
