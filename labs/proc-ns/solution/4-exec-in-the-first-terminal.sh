exec nsenter --uts=/run/box bash
