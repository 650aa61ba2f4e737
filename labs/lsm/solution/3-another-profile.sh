exit
echo 'profile app { file, capability, deny mount, }' | apparmor_parser --add
aa-exec -p app -- sleep 1000 &
