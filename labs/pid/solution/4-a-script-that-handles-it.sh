exit
exit
exit
cat > script <<'END'
trap 'kill $!; exit 143' TERM
sleep 1000 &
wait
END
unshare --pid --fork bash script &
until pgrep -x sleep; do sleep 0.1; done
#: look
kill $(pgrep -fx 'bash script' | tail -n 1)
