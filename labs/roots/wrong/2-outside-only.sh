#: hint: has its working directory outside its root
mount -t proc none /proc
cd /proc/1/cwd
