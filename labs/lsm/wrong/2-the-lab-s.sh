#: hint: under warden, which the lab loaded
aa-exec -p warden -- bash
