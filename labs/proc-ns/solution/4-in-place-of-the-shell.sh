#: terminal 2
exec nsenter --uts=/run/box bash
