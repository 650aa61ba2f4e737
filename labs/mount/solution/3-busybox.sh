busybox mount --make-rslave /
