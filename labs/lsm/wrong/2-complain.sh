#: hint: in complain mode: what the profile forbids is only logged
aa-exec -p box -- bash
