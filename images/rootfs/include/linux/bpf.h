/* The kernel's own, for tcc: it takes the type's name in `__u64 :64` for a label. */
#include <linux/types.h>
#define __u64 unsigned long long
#define __u32 unsigned int
#define __u16 unsigned short
#include_next <linux/bpf.h>
#undef __u64
#undef __u32
#undef __u16
