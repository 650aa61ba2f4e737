mount --make-rslave /
mount --make-rshared /
