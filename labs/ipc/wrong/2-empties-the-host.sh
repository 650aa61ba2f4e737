#: hint: Removing is not hiding
ipcrm --all
