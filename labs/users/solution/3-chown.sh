find /srv/app -type f -exec chown student:student {} +
