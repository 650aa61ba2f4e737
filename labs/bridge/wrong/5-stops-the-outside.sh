#: hint: its server has ended
kill $(pgrep -fx 'busybox httpd -f -p 0.0.0.0:80 -h /srv/outside')
