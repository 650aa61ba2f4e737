#: hint: unshare creates, setns joins
#: after the solution
exec unshare --uts bash
