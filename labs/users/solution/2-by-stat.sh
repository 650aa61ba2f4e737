find /srv/app -type f -exec stat -c %a {} + | grep -c '^[2-7]...$'
#: answer
