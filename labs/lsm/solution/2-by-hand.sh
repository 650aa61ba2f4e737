echo 'profile mine flags=(kill) { file, signal, capability, }' | apparmor_parser --add
echo 'exec mine' > /proc/$$/attr/exec
exec bash
