#: hint: You renamed the host
hostname box
