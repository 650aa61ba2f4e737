nsenter --uts=/run/box bash
