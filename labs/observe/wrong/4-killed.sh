#: hint: The miner has ended
pkill -f ^/opt/daemons/
#: answer 1
