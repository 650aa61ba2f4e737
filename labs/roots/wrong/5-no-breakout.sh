#: hint: there is no /bin/breakout that runs
rm /bin/breakout
#: answer 2
