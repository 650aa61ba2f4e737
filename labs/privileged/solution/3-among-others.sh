jq '.process.args = ["/bin/httpd", "-f", "-p", "80", "-h", "/www"] | .process.capabilities |= map_values(["CAP_NET_BIND_SERVICE"])' /srv/boxes/plain/config.json > /srv/boxes/privileged/config.json
crun delete -f privileged
crun run -d -b /srv/boxes/privileged shop
crun run -d -b /srv/boxes/plain beside
unshare --pid --fork --mount-proc bash
