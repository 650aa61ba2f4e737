#: hint: still leak
mount --make-slave /
