#: hint: You renamed the host itself
exit
hostname box
