#: hint: was sent SIGSEGV by somebody
bash -c '( kill -SEGV $BASHPID ); echo $?'
#: answer 139
