#: hint: What runs beside it changes nothing
jq '.process.capabilities |= map_values(["CAP_NET_BIND_SERVICE"]) | .mounts |= map(if .destination == "/dev" then { destination: "/dev", type: "tmpfs", source: "tmpfs" } else . end) | .linux.resources.devices = [{ allow: false, access: "rwm" }] | .linux.readonlyPaths = ["/proc/sys", "/proc/sysrq-trigger"] | .process.args = ["/bin/sleep", "1000"]' /srv/boxes/privileged/config.json > /tmp/new; cp /tmp/new /srv/boxes/privileged/config.json
crun run -d -b /srv/boxes/privileged shop
