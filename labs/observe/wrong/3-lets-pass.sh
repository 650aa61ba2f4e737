#: hint: lets it pass with 1
cat > /tmp/pass.c <<'END'
#include <fcntl.h>
#include <linux/bpf.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(int argc, char **argv) {
  struct bpf_insn code[] = { { .code = BPF_ALU64 | BPF_MOV | BPF_K, .imm = 1 }, { .code = BPF_JMP | BPF_EXIT } };
  union bpf_attr load = { .prog_type = BPF_PROG_TYPE_CGROUP_SKB, .insns = (unsigned long)code, .insn_cnt = 2, .license = (unsigned long)"GPL" };
  load.expected_attach_type = BPF_CGROUP_INET_EGRESS;
  int program = syscall(SYS_bpf, BPF_PROG_LOAD, &load, sizeof load);
  union bpf_attr attach = { .attach_type = BPF_CGROUP_INET_EGRESS };
  attach.target_fd = open(argv[1], O_RDONLY);
  attach.attach_bpf_fd = program;
  return syscall(SYS_bpf, BPF_PROG_ATTACH, &attach, sizeof attach) != 0;
}
END
cc -o /tmp/pass /tmp/pass.c && /tmp/pass /sys/fs/cgroup/$(cat /tmp/name)
