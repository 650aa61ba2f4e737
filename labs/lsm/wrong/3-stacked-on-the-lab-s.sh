#: hint: No process of yours is under a profile that is enforced
exec aa-exec -p box -- sh -c 'exec 3>/proc/self/attr/exec; echo "exec box//&warden" >&3; exec 3>&-; exec bash'
