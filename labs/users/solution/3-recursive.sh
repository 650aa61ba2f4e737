chmod -R a-s /srv/app
