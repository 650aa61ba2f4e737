#: hint: threads of the kernel
pgrep -x kdevtmpfs
#: answer
