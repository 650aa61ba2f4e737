#: hint: under warden; the lab loaded warden
aa-exec -p warden -- bash
