#: hint: under box//&warden; the lab loaded warden
echo 'exec box//&warden' > /proc/$$/attr/exec
exec bash
