#: reason: That is its bounding set
capsh --decode=$(sed -n 's/CapBnd:\t//p' /proc/$(pgrep -x clerk)/status)
#: answer
