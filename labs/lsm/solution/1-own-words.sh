#: terminal 2
echo 'profile mine flags=(complain) { file, }' | apparmor_parser --add
