#: hint: works in /srv/jail, but its root is still /
cd /srv/jail
