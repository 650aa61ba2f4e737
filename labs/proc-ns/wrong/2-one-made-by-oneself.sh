#: hint: you started it
unshare --net sleep 1000 &
echo $!
#: answer
