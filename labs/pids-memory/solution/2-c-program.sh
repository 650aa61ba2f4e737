cat > bomb.c <<'END'
#include <unistd.h>
int main(void) {
  for (int i = 0; i < 40; i++)
    if (fork() == 0) return pause();
  return pause();
}
END
cc -o bomb bomb.c
echo 15 > /sys/fs/cgroup/demo/pids.max
./bomb &
