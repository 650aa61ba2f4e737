/*
 * devfilter CGROUP MAJOR MINOR: attaches a BPF program to the cgroup that denies its processes one device.
 * The kernel runs it whenever one of them opens a device, with struct bpf_cgroup_dev_ctx; 0 is EPERM.
 */
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc != 4) return fprintf(stderr, "devfilter CGROUP MAJOR MINOR\n"), 2;
  /* tcc leaves what is not named of a bit field as it finds it, so both registers are named throughout. */
  struct bpf_insn program[] = {
      /* r2 = ctx->major; r3 = ctx->minor; r0 = 1 */
      {.code = BPF_LDX | BPF_MEM | BPF_W, .dst_reg = 2, .src_reg = 1, .off = 4},
      {.code = BPF_LDX | BPF_MEM | BPF_W, .dst_reg = 3, .src_reg = 1, .off = 8},
      {.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 0, .src_reg = 0, .imm = 1},
      /* if (r2 != MAJOR || r3 != MINOR) return r0 */
      {.code = BPF_JMP | BPF_JNE | BPF_K, .dst_reg = 2, .src_reg = 0, .off = 2, .imm = atoi(argv[2])},
      {.code = BPF_JMP | BPF_JNE | BPF_K, .dst_reg = 3, .src_reg = 0, .off = 1, .imm = atoi(argv[3])},
      /* r0 = 0; return r0 */
      {.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 0, .src_reg = 0, .imm = 0},
      {.code = BPF_JMP | BPF_EXIT, .dst_reg = 0, .src_reg = 0},
  };
  union bpf_attr load, attach;
  memset(&load, 0, sizeof load);
  load.prog_type = BPF_PROG_TYPE_CGROUP_DEVICE;
  load.insns = (unsigned long)program;
  load.insn_cnt = sizeof program / sizeof program[0];
  load.license = (unsigned long)"MIT";
  int loaded = syscall(SYS_bpf, BPF_PROG_LOAD, &load, sizeof load);
  if (loaded < 0) return perror("load"), 1;
  memset(&attach, 0, sizeof attach);
  attach.target_fd = open(argv[1], O_RDONLY | O_DIRECTORY);
  attach.attach_bpf_fd = loaded;
  attach.attach_type = BPF_CGROUP_DEVICE;
  if (syscall(SYS_bpf, BPF_PROG_ATTACH, &attach, sizeof attach) != 0) return perror("attach"), 1;
  return 0;
}
