#: hint: is root: Uid 1000 1000 0 1000
exit
cat > saved.c <<'END'
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2] = { { 1 << CAP_NET_BIND_SERVICE, 1 << CAP_NET_BIND_SERVICE, 1 << CAP_NET_BIND_SERVICE } };
  prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0);
  if (syscall(SYS_setresuid32, 1000, 1000, 0) || syscall(SYS_capset, &header, data)) return 1;
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_NET_BIND_SERVICE, 0, 0);
  prctl(PR_SET_NAME, "ready");
  return pause();
}
END
cc -o /tmp/saved saved.c; /tmp/saved &
until pgrep -x ready; do sleep 0.1; done
