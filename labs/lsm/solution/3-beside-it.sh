echo 'profile app { file, capability, }' | apparmor_parser --add
#: terminal 2
aa-exec -p app -- bash
