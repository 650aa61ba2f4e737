#: reason: no process was ended before it could execute
( kill -SYS $BASHPID ); echo $?
#: answer
