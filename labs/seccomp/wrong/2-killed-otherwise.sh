#: reason: no process was ended before it could execute
( kill -KILL $BASHPID ); echo $?
#: answer
