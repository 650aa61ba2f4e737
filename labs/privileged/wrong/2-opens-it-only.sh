#: reason: was not of the privileged container
crun exec privileged sh -c ': >> /dev/loop0'
nsenter --target $(pgrep -x httpd) --uts hostname > /dev/loop0
