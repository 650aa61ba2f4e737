#: hint: receives nothing either
mount --make-rprivate /
mount --make-rslave /
