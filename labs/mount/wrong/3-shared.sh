#: reason: so mounts go both ways
mount --make-rshared /
