#: hint: still mounted at /gone
mkdir /gone; mount --move /old /gone
