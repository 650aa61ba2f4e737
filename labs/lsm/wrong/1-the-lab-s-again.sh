#: reason: The kernel holds no profile but warden
echo 'profile warden { file, }' | apparmor_parser --replace
