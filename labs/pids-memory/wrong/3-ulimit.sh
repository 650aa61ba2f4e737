#: hint: is for each process by itself
(ulimit -v 20000; leak)
