#: hint: it has no CAP_SYS_ADMIN either
exec setpriv --bounding-set=-sys_admin --inh-caps=-sys_admin bash
