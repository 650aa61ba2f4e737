#: reason: there is still a way to the host: device /dev/loop0
jq '.linux.namespaces += [{ type: "network" }] | .linux.namespaces |= unique | .process.args = ["/bin/sleep", "1000"]' /srv/boxes/privileged/config.json > /tmp/new; cp /tmp/new /srv/boxes/privileged/config.json
crun delete -f privileged
crun run -d -b /srv/boxes/privileged first
jq '.process.args = ["/bin/httpd", "-f", "-p", "80", "-h", "/www"] | .process.capabilities |= map_values(["CAP_NET_BIND_SERVICE"])' /srv/boxes/plain/config.json > /srv/boxes/privileged/config.json
crun run -d -b /srv/boxes/privileged shop
