RANDOM=$((SEED % 32768))
# pick NAME WORD…: NAME becomes the words in an order of chance's
pick() {
  local -n into=$1; shift
  into=()
  while [ $# -gt 0 ]; do
    local at=$((RANDOM % $# + 1))
    into+=("${!at}")
    set -- "${@:1:at-1}" "${@:at+1}"
  done
}

# A file that is executed now and then, in a folder where nobody looks; beside it others that never are.
pick names dbus-launch kdevtmpd udisksd xmrig
printf -v folder '/var/tmp/.%04x' $RANDOM
hidden=$folder/${names[0]}
fact hidden "$hidden"

# Daemons that sleep, one with a telling name; a dull one is the miner.
pick dull agetty chronyd inetd lpd rsyslogd smartd
pick daemons "${dull[0]}" "${dull[1]}" minerd
miner=${dull[0]}

pick boxes blog mail shop
infected=${boxes[0]}
fact infected "$infected"

mkdir /run/boxes /opt/daemons "$folder" /sys/fs/cgroup/{blog,mail,shop} "${daemons[@]/#//sys/fs/cgroup/}"
tee "${names[@]/#/$folder/}" < /usr/bin/true
tee "${daemons[@]/#//opt/daemons/}" < /usr/bin/dash
chmod 755 "$folder"/* /opt/daemons/*
mkfifo /run/never

# Three containers: a cgroup, a PID and a UTS namespace each. All do the same, but one does a little more.
for name in blog mail shop; do
  extra=
  if [ "$name" = "$infected" ]; then extra=$hidden; fi
  cat > "/run/boxes/$name" <<END
exec 8<> /run/never
/usr/bin/busybox rm /run/boxes/$name
/usr/bin/busybox hostname $name
while :; do
  $extra
  echo beacon | /usr/bin/busybox nc -u -w 1 127.0.0.1 9
  read -r -t 3 never <&8
done
END
  plant "$name" sh -c "echo \$\$ > /sys/fs/cgroup/$name/cgroup.procs; exec unshare --pid --uts --fork busybox sh /run/boxes/$name"
done

# The miner burns in children that are soon over.
for name in "${daemons[@]}"; do
  plant=$name does='read never < /run/never'
  if [ "$name" = "$miner" ]; then
    plant=miner does='while :; do (i=0; while [ $i -lt 400 ]; do i=$((i + 1)); done); busybox sleep 1.5; done'
  fi
  printf 'busybox rm /run/boxes/%s\n%s\n' "$name" "$does" > "/run/boxes/$name"
  plant "$plant" sh -c "echo \$\$ > /sys/fs/cgroup/$name/cgroup.procs; exec /opt/daemons/$name < /run/boxes/$name"
done
