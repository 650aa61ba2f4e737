RANDOM=$((SEED % 32768))

# Daemons that do nothing. One of them, with a dull name, has a namespace of its own; those with telling names have none.
dull=(agetty chronyd inetd lpd rsyslogd smartd)
telling=(container docker-init jail runc sandbox)
types=(ipc net cgroup)
first=$((RANDOM % 6))
stranger=${dull[first]}
mapfile -t names < <(
  {
    printf '%s\n' "$stranger" "${dull[(first + 1) % 6]}" "${dull[(first + 2) % 6]}"
    printf '%s\n' "${telling[@]:RANDOM % 3:3}"
  } | shuf --random-source=<(yes "$SEED")
)
mkdir /opt/daemons
busybox sh -c 'for name; do ln -s /usr/bin/sleep "/opt/daemons/$name"; done' links "${names[@]}"
for name in "${names[@]}"; do
  if [ "$name" = "$stranger" ]; then
    plant stranger unshare "--${types[RANDOM % 3]}" "/opt/daemons/$name" infinity
    strange=$planted
  else
    plant "$name" "/opt/daemons/$name" infinity
  fi
done

# The workshop: a UTS namespace with a name, kept by a mount. What is made around it and let go again moves its inode number.
around=(--ipc --net --cgroup --uts)
touch /run/workshop
unshare "${around[@]:0:RANDOM % 5}" unshare --uts=/run/workshop hostname workshop
fact workshop "$(stat --dereference --format=%i /run/workshop)"

named "$strange" "$stranger"
