#: hint: There is no capability called cap_net_foo
echo $(capsh --decode=$(sed -n 's/CapEff:\t//p' /proc/$(pgrep -x clerk)/status)),cap_net_foo
#: answer
