#: hint: /usr/local/bin/peek is gone
rm /usr/local/bin/peek
