jq '.process.args = ["/bin/httpd", "-f", "-p", "80", "-h", "/www"] | .process.user = { uid: 1000, gid: 1000 } | .process.capabilities = { bounding: ["CAP_NET_BIND_SERVICE"], permitted: ["CAP_NET_BIND_SERVICE"], effective: ["CAP_NET_BIND_SERVICE"], inheritable: ["CAP_NET_BIND_SERVICE"], ambient: ["CAP_NET_BIND_SERVICE"] }' /srv/boxes/plain/config.json > /srv/boxes/privileged/config.json
crun delete -f privileged
crun run -d -b /srv/boxes/privileged privileged
