exit
unshare --uts sh -c 'hostname box; exec bash'
