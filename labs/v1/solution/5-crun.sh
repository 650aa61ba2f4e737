mkdir -p box/rootfs/bin
cp /bin/busybox box/rootfs/bin/
cd box
crun spec
jq '.process.terminal = false | .process.args = ["/bin/busybox", "sleep", "1000"]' config.json > c && mv c config.json
crun run -d box < /dev/null > /dev/null 2>&1
