cp -r /srv/app /srv/copy; chmod -R ug-s /srv/copy; mv /srv/app /srv/old; mv /srv/copy /srv/app
