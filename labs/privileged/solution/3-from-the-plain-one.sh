#: terminal 2
mkdir box; jq '.process.args = ["/bin/httpd", "-f", "-p", "80", "-h", "/www"] | .process.capabilities |= map_values(["CAP_NET_BIND_SERVICE"]) | .linux.namespaces += [{ type: "cgroup" }]' /srv/boxes/plain/config.json > box/config.json
crun run -d -b box one
crun kill privileged KILL
