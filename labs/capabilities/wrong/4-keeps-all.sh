#: reason: is right, but its CapPrm is 000001ffffffffff
cat > keeps.c <<'END'
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct all[2] = { { -1u, -1u, 1 << CAP_NET_BIND_SERVICE }, { 0x1ff, 0x1ff, 0 } };
  prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0);
  if (setgid(1000) || setuid(1000) || syscall(SYS_capset, &header, all)) return 1;
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_NET_BIND_SERVICE, 0, 0);
  prctl(PR_SET_NAME, "ready");
  return pause();
}
END
exit
cc -o /tmp/keeps keeps.c; /tmp/keeps &
until pgrep -x ready; do sleep 0.1; done
