exit
capsh --drop=cap_net_raw -- -c 'exec sleep 1000' &
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.1; done
cat > heir.c <<'END'
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct all[2] = { { -1u, -1u, -1u }, { 0x1ff, 0x1ff, 0x1ff } };
  struct __user_cap_data_struct data[2] = { { 0, 0, 1 << CAP_NET_RAW } };
  syscall(SYS_capset, &header, all);
  prctl(PR_CAPBSET_DROP, CAP_NET_RAW, 0, 0, 0);
  if (syscall(SYS_capset, &header, data)) return 1;
  prctl(PR_SET_NAME, "ready");
  return pause();
}
END
cc -o heir heir.c; ./heir &
until pgrep -x ready; do sleep 0.1; done
