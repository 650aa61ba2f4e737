# A root file system for an app, with set-ID files as base images have them: which, how many and how deep differs each time.
RANDOM=$((SEED % 32768))
app=/srv/app
mkdir -p $app/bin $app/usr/bin $app/usr/lib $app/etc $app/var/mail
cp /usr/bin/cat $app/bin/app
echo 'listen = 8080' > $app/etc/app.conf
chmod 2775 $app/var/mail

names=(mount umount su passwd chsh chfn newgrp ping wall expiry chage gpasswd at crontab)
modes=(4755 2755 6755 4711)
count=$((4 + RANDOM % 4))
made=()
for ((i = 0; i < count; i++)); do
  at=$((RANDOM % ${#names[@]}))
  cp /usr/bin/true "$app/usr/bin/${names[at]}"
  chmod "${modes[i % 4]}" "$app/usr/bin/${names[at]}"
  made+=("usr/bin/${names[at]}/")
  names=("${names[@]:0:at}" "${names[@]:at+1}")
done
deep=$app/usr/lib/$(printf '%x' $RANDOM)/private
mkdir -p "$deep"
cp /usr/bin/true "$deep/ssh keysign"
chmod 4755 "$deep/ssh keysign"
fact set-id "${made[@]}" "${deep#"$app/"}/ssh keysign"

cp /usr/bin/id /usr/local/bin/peek
chmod 4755 /usr/local/bin/peek
