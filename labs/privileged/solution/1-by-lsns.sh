p=$(jq .pid /run/crun/privileged/status)
lsns -p $p -o TYPE,PATH > /tmp/spaces; lsns -p 1 -o TYPE,NS > /tmp/host
echo "e, b and a$(for t in net:c ipc:f; do [ "$(stat -Lc %i /proc/$p/ns/${t%:*})" = "$(stat -Lc %i /proc/1/ns/${t%:*})" ] && echo -n ", ${t#*:}"; done)"
#: answer
