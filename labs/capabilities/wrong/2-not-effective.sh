#: reason: its CapEff is 0000000000000000
cat > keep.c <<'EOF'
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct data[2] = { { 0, 1 << 12, 0 }, { 0, 0, 0 } };
  struct __user_cap_data_struct all[2] = { { -1u, -1u, -1u }, { 0x1ff, 0x1ff, 0x1ff } };
  syscall(SYS_capset, &header, all);
  for (int cap = 0; cap <= CAP_LAST_CAP; cap++)
    if (cap != CAP_NET_ADMIN) prctl(PR_CAPBSET_DROP, cap, 0, 0, 0);
  if (syscall(SYS_capset, &header, data)) return 1;
  return pause();
}
EOF
cc -o keep keep.c; ./keep & sleep 1
