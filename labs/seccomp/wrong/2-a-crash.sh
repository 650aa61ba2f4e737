#: reason: no process was ended before it could execute
sh -c 'kill -SEGV $$'; echo $?
#: answer
