#: terminal 2
nsenter --target $(pgrep -n bash -t pts/0) --mount mount --make-rslave /
