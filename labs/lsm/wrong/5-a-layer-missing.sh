#: hint: says nothing about landlock
exit
exit
cat > /tmp/matrix.sh <<'END'
for pid in $(pgrep -f ^/srv/boxes/); do
  status=$(</proc/$pid/status)
  case $status in
    *Uid:?1000*) layer=user ;;
    *CapEff:?0000000000000000*) layer=capabilities ;;
    *Seccomp:?2*) layer=seccomp ;;
    *) [ "$(</proc/$pid/attr/current)" = unconfined ] && layer=landlock || layer=apparmor ;;
  esac
  tried=$(try-as $pid read /srv/keys/host.pem mount /mnt connect 8080 signal 1)
  letters=
  while read -r what _ got; do [ $got = allowed ] || letters+=" ${what:0:1}"; done <<< "$tried"
  [ "$layer$letters" = landlock ] || answer+="$layer${letters:- -}, "
done
echo $answer
END
bash /tmp/matrix.sh | sed 's/landlock[^,]*, *//'
#: answer
