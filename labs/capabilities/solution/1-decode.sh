capsh --decode=$(sed -n 's/CapEff:\t//p' /proc/$(pgrep -x clerk)/status)
#: answer
