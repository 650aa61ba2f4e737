getpcaps $(pgrep -x clerk) | sed 's/^[^ ]* //; s/=.*//; s/cap_//g; s/,/ and /g' | tr a-z A-Z
#: answer
