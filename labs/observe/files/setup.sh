RANDOM=$((SEED % 32768))
mkdir /run/boxes /opt/daemons

# A file that is executed now and then, from a folder where nobody looks; beside it others that never are.
mapfile -t names < <(printf '%s\n' dbus-launch kdevtmpd udisksd xmrig sshd-session miner | shuf --random-source=<(yes "$SEED"))
folder=/var/tmp/.$(printf '%04x' $RANDOM)
mkdir $folder
for name in "${names[@]}"; do cp /usr/bin/true "$folder/$name"; done
hidden=$folder/${names[0]}
fact hidden "$hidden"

# Three containers: a cgroup, a PID and a UTS namespace each. All do the same, but one does a little more.
boxes=(blog mail shop)
infected=${boxes[RANDOM % 3]}
fact infected "$infected"
for name in "${boxes[@]}"; do
  mkdir "/sys/fs/cgroup/$name"
  extra=; [ "$name" = "$infected" ] && extra="$hidden"
  cat > "/run/boxes/$name" <<END
hostname $name
exec 8<> <(:)
while :; do
  /usr/bin/busybox true
  $extra
  echo beacon > /dev/udp/127.0.0.1/9
  read -r -t 2 -u 8
done
END
  plant "$name" sh -c "echo \$\$ > /sys/fs/cgroup/$name/cgroup.procs; exec unshare --pid --uts --fork bash /run/boxes/$name"
done

# Daemons that sleep, some with telling names; a dull one is the miner. It burns in children that are soon over.
dull=(agetty chronyd inetd lpd rsyslogd smartd)
first=$((RANDOM % 6))
mapfile -t daemons < <(printf '%s\n' "${dull[first]}" "${dull[(first + 1) % 6]}" minerd xmr-stak | shuf --random-source=<(yes "$SEED"))
cat > /run/boxes/mine <<'END'
exec 8<> <(:)
while :; do
  (for ((i = 0; i < 250; i++)); do :; done)
  read -r -t 1.5 -u 8
done
END
for name in "${daemons[@]}"; do
  mkdir "/sys/fs/cgroup/$name"
  start="echo \$\$ > /sys/fs/cgroup/$name/cgroup.procs; exec /opt/daemons/$name"
  if [ "$name" = "${dull[first]}" ]; then
    ln -s /usr/bin/bash "/opt/daemons/$name"
    plant miner sh -c "$start /run/boxes/mine"
  else
    ln -s /usr/bin/sleep "/opt/daemons/$name"
    plant "$name" sh -c "$start infinity"
  fi
done

until [ "$(pgrep -c -f '^bash /run/boxes|^/opt/daemons/')" -ge 7 ]; do sleep 0.1; done
sleep 0.2
rm -r /run/boxes
