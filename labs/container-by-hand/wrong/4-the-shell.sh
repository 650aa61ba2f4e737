#: reason: is no container
echo $$
#: answer
