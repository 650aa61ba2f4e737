RANDOM=$((SEED % 32768))
coin() { [ $((RANDOM / 8 % 2)) = 1 ]; }

mkdir -p /srv/app /srv/keys /srv/boxes
echo 'listen = 8080' > /srv/app/app.conf
customers=(acme globex initech hooli umbrella)
key=/srv/keys/${customers[RANDOM % 5]}.pem
head -c 24 /dev/urandom | base64 > "$key"
install -m 600 "$key" /srv/keys/host.pem
fact key "$key"

# Six boxes: each a process with one layer round it, or none. Which name has which, and what three of the layers refuse, differs.
mapfile -t names < <(printf '%s\n' amber birch cedar delta ember flint | shuf --random-source=<(yes "$SEED"))
for name in "${names[@]}"; do cp /usr/bin/sleep "/srv/boxes/$name"; done
boxes=()
box() { local layer=$1 name=$2; shift 2; plant "$layer" "$@" "/srv/boxes/$name" infinity; boxes+=("$planted" "$name"); }

plant web nc -d -l -k 127.0.0.1 8080
box user "${names[0]}" setpriv --reuid 1000 --regid 1000 --clear-groups
box capabilities "${names[1]}" setpriv --bounding-set=-all --inh-caps=-all
box none "${names[2]}" setpriv --no-new-privs

calls=()
if coin; then calls+=(21 428 429 430 431 432 433 442); fi # mount, and the calls that came after it
if coin; then calls+=(102 362); fi                        # socketcall, connect
if coin || [ ${#calls[@]} = 0 ]; then calls+=(37 238 270); fi # kill, tkill, tgkill
tcc -o /tmp/filter /tmp/filter.c
box seccomp "${names[3]}" /tmp/filter "$(IFS=,; echo "${calls[*]}")"

rules=
for rule in mount 'network inet' signal; do
  if coin; then rules+="$rule, "; fi
done
apparmor_parser --replace <<END
profile warden flags=(attach_disconnected) {
  file, capability, ptrace, umount, $rules
  deny /srv/keys/** rw,
}
END
fact profile warden
box apparmor "${names[4]}" aa-exec -p warden --

if coin; then ports=--no-tcp; else ports=; fi
box landlock "${names[5]}" landlock-run --ro /usr --ro /etc --ro /srv/boxes --ro /srv/app $ports

for ((i = 0; i < ${#boxes[@]}; i += 2)); do named "${boxes[i]}" "${boxes[i + 1]}"; done
rm /tmp/filter /tmp/filter.c
# So that the check knows what a profile says to mounts of every kind.
tcc -o /run/mounts /tmp/mounts.c
rm /tmp/mounts.c
