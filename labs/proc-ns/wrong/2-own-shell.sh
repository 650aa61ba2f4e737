#: hint: you started it
echo $$
#: answer
