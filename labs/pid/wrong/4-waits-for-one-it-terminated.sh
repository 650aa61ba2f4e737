#: hint: nobody killed its number 1
sleep 1000 &
kill $!; wait $!
exit
exit
exit
