#: hint: nobody killed its number 1
sh -c 'kill -TERM $$'
exit
exit
exit
