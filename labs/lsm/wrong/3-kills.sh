#: hint: in kill mode: it would be ended
exit
echo 'profile mine flags=(kill) { file, signal, capability, network, ptrace, }' | apparmor_parser --add
aa-exec -p mine -- bash
