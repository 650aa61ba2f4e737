#: hint: It is still in its bounding set
exit
cat > drop.c <<'END'
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2] = { { 0 } };
  syscall(SYS_capset, &header, data);
  pause();
  return 0;
}
END
cc -o drop drop.c; ./drop &
