#: hint: receives nothing either
mount --make-rprivate /
