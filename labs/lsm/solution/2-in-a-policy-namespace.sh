mkdir /sys/kernel/security/apparmor/policy/namespaces/tub
sed 's/, complain//' /etc/apparmor.d/box | apparmor_parser --add --namespace=tub
aa-exec -n tub -p box -- bash
