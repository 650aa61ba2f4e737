#: hint: unshare creates, setns joins
exit
sleep 1000 &
unshare --uts bash
