#: hint: Well below its limit nobody is held back
echo 1 > /sys/fs/cgroup/demo/cgroup.kill
echo +io > /sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/disk
echo '254:0 riops=30' > /sys/fs/cgroup/disk/io.max
cat > paced.c <<'END'
#define _GNU_SOURCE
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>
int main(void) {
  int disk = open("/dev/nullb0", O_RDONLY | O_DIRECT);
  void *block = memalign(4096, 4096);
  while (pread(disk, block, 4096, 0) == 4096) usleep(25000);
  return 1;
}
END
cc -o paced paced.c
sh -c 'echo $$ > /sys/fs/cgroup/disk/cgroup.procs; exec ./paced' &
sleep 7; cat /sys/fs/cgroup/disk/io.stat
