#: reason: names no capability
grep CapEff /proc/$(pgrep -x clerk)/status | cut -f 2
#: answer
