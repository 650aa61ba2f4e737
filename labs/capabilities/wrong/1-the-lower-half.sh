#: reason: right, and there are more
capsh --decode=$(sed -n 's/CapEff:\t//p' /proc/$(pgrep -x clerk)/status | cut -c 9-)
#: answer
