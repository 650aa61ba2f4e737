/*
 * openers MAJOR MINOR PIDNS: has the kernel note who last opened a block device for writing, and who last wrote to
 * /proc/sys/kernel/core_pattern, in the map `openers`: whether it was a process of that PID namespace (1) or of another (2), and
 * its pid. The programs are the root cgroup's and refuse nothing. Without arguments: prints what is noted, "1 4711" a line.
 * tcc leaves what is not named of a bit field as it finds it, so all are named throughout.
 */
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define OF(c, d, s, o, i) {.code = (c), .dst_reg = (d), .src_reg = (s), .off = (o), .imm = (i)}
#define SET(d, i) OF(BPF_ALU | BPF_MOV | BPF_K, d, 0, 0, i)
#define COPY(d, s) OF(BPF_ALU64 | BPF_MOV | BPF_X, d, s, 0, 0)
#define ADD(d, i) OF(BPF_ALU64 | BPF_ADD | BPF_K, d, 0, 0, i)
#define LOAD(d, s, o) OF(BPF_LDX | BPF_MEM | BPF_W, d, s, o, 0)
#define STORE(d, o, s) OF(BPF_STX | BPF_MEM | BPF_W, d, s, o, 0)
#define UNLESS(d, i, o) OF(BPF_JMP | BPF_JNE | BPF_K, d, 0, o, i)
#define CALL(i) OF(BPF_JMP | BPF_CALL, 0, 0, 0, i)
#define END OF(BPF_JMP | BPF_EXIT, 0, 0, 0, 0)

/* r6 = in that PID namespace ? 1 : 2; r7 = pid; both to the map, and go on: 22 instructions. */
#define NOTE(key) \
  SET(1, space.st_dev), SET(2, space.st_ino), COPY(3, 10), ADD(3, -8), SET(4, 8), CALL(BPF_FUNC_get_ns_current_pid_tgid), SET(6, 1), \
    OF(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1, 0), SET(6, 2), CALL(BPF_FUNC_get_current_pid_tgid), COPY(7, 0), \
    OF(BPF_ST | BPF_MEM | BPF_W, 10, 0, -12, key), COPY(2, 10), ADD(2, -12), \
    OF(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, table), OF(0, 0, 0, 0, 0), CALL(BPF_FUNC_map_lookup_elem), \
    OF(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2, 0), STORE(0, 0, 6), STORE(0, 4, 7), SET(0, 1), END
enum { NOTED = 22 };

static int noted(void) {
  union bpf_attr ask;
  struct bpf_map_info about;
  unsigned key = 0, value[2];
  memset(&ask, 0, sizeof ask);
  while (syscall(SYS_bpf, BPF_MAP_GET_NEXT_ID, &ask, sizeof ask) == 0) {
    unsigned id = ask.next_id;
    memset(&ask, 0, sizeof ask);
    ask.map_id = id;
    int table = syscall(SYS_bpf, BPF_MAP_GET_FD_BY_ID, &ask, sizeof ask);
    memset(&ask, 0, sizeof ask);
    ask.info.bpf_fd = table;
    ask.info.info_len = sizeof about;
    ask.info.info = (unsigned long)&about;
    memset(&about, 0, sizeof about);
    if (table >= 0 && syscall(SYS_bpf, BPF_OBJ_GET_INFO_BY_FD, &ask, sizeof ask) == 0 && !strcmp(about.name, "openers")) {
      /* map_fd, key, value, flags; tcc does not align the structure's as the kernel does. */
      unsigned long long look[] = {table, (unsigned long)&key, (unsigned long)value, 0};
      for (; key < 2; key++) {
        if (syscall(SYS_bpf, BPF_MAP_LOOKUP_ELEM, look, sizeof look)) return perror("lookup"), 1;
        printf("%u %u\n", value[0], value[1]);
      }
      return 0;
    }
    memset(&ask, 0, sizeof ask);
    ask.start_id = id;
  }
  return fprintf(stderr, "no map\n"), 1;
}

static int root;

/* Loads a program and hangs it on the root cgroup. */
static void hang(int type, int where, struct bpf_insn *program, unsigned count) {
  static char log[8192];
  union bpf_attr load, attach;
  memset(&load, 0, sizeof load);
  load.prog_type = type;
  load.expected_attach_type = where;
  load.insns = (unsigned long)program;
  load.insn_cnt = count;
  load.license = (unsigned long)"MIT";
  load.log_buf = (unsigned long)log;
  load.log_size = sizeof log;
  load.log_level = 1;
  int loaded = syscall(SYS_bpf, BPF_PROG_LOAD, &load, sizeof load);
  if (loaded < 0) perror("load"), fputs(log, stderr), exit(1);
  memset(&attach, 0, sizeof attach);
  attach.target_fd = root;
  attach.attach_bpf_fd = loaded;
  attach.attach_type = where;
  attach.attach_flags = BPF_F_ALLOW_MULTI;
  if (syscall(SYS_bpf, BPF_PROG_ATTACH, &attach, sizeof attach) != 0) perror("attach"), exit(1);
}

int main(int argc, char **argv) {
  struct stat space;
  if (argc == 1) return noted();
  if (argc != 4 || stat(argv[3], &space)) return fprintf(stderr, "openers MAJOR MINOR PIDNS\n"), 2;
  union bpf_attr map;
  memset(&map, 0, sizeof map);
  map.map_type = BPF_MAP_TYPE_ARRAY;
  map.key_size = 4;
  map.value_size = 8;
  map.max_entries = 2;
  strcpy(map.map_name, "openers");
  int table = syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof map);
  if (table < 0) return perror("map"), 1;
  root = open("/sys/fs/cgroup", O_RDONLY | O_DIRECTORY);
  struct bpf_insn opened[] = {
      /* unless it is for writing, and that block device (ctx->access_type, major, minor): end */
      LOAD(2, 1, 0),
      OF(BPF_JMP | BPF_JSET | BPF_K, 2, 0, 1, BPF_DEVCG_ACC_WRITE << 16),
      OF(BPF_JMP | BPF_JA, 0, 0, 6 + NOTED, 0),
      OF(BPF_ALU | BPF_AND | BPF_K, 2, 0, 0, 0xffff),
      UNLESS(2, BPF_DEVCG_DEV_BLOCK, 4 + NOTED),
      LOAD(2, 1, 4),
      UNLESS(2, atoi(argv[1]), 2 + NOTED),
      LOAD(2, 1, 8),
      UNLESS(2, atoi(argv[2]), NOTED),
      NOTE(0),
      SET(0, 1),
      END,
  };
  hang(BPF_PROG_TYPE_CGROUP_DEVICE, BPF_CGROUP_DEVICE, opened, sizeof opened / sizeof *opened);
  const char name[] = "kernel/core_pattern";
  const int *word = (const int *)name;
  struct bpf_insn written[] = {
      /* unless it is written to (ctx->write), and has that name: end */
      LOAD(2, 1, 0),
      OF(BPF_JMP | BPF_JEQ | BPF_K, 2, 0, 13 + NOTED, 0),
      COPY(2, 10),
      ADD(2, -48),
      SET(3, 32),
      SET(4, 0),
      CALL(BPF_FUNC_sysctl_get_name),
      LOAD(2, 10, -44),
      UNLESS(2, word[1], 6 + NOTED),
      LOAD(2, 10, -40),
      UNLESS(2, word[2], 4 + NOTED),
      LOAD(2, 10, -36),
      UNLESS(2, word[3], 2 + NOTED),
      LOAD(2, 10, -32),
      UNLESS(2, word[4], NOTED),
      NOTE(1),
      SET(0, 1),
      END,
  };
  hang(BPF_PROG_TYPE_CGROUP_SYSCTL, BPF_CGROUP_SYSCTL, written, sizeof written / sizeof *written);
  return 0;
}
