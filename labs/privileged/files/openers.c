/*
 * openers MAJOR MINOR PIDNS: has the kernel note who last opened a block device for writing, in the map `openers`: whether it was
 * a process of that PID namespace (1) or of another (2), and its pid. The program is the root cgroup's and refuses nothing. Without
 * arguments: prints what is noted, "1 4711". tcc leaves what is not named of a bit field as it finds it, so all are named throughout.
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
      if (syscall(SYS_bpf, BPF_MAP_LOOKUP_ELEM, look, sizeof look)) return perror("lookup"), 1;
      return printf("%u %u\n", value[0], value[1]), 0;
    }
    memset(&ask, 0, sizeof ask);
    ask.start_id = id;
  }
  return fprintf(stderr, "no map\n"), 1;
}

int main(int argc, char **argv) {
  struct stat space;
  if (argc == 1) return noted();
  if (argc != 4 || stat(argv[3], &space)) return fprintf(stderr, "openers MAJOR MINOR PIDNS\n"), 2;
  union bpf_attr map, load, attach;
  memset(&map, 0, sizeof map);
  map.map_type = BPF_MAP_TYPE_ARRAY;
  map.key_size = 4;
  map.value_size = 8;
  map.max_entries = 1;
  strcpy(map.map_name, "openers");
  int table = syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof map);
  if (table < 0) return perror("map"), 1;
  struct bpf_insn program[] = {
      /* unless it is for writing, and that block device (ctx->access_type, major, minor): end */
      LOAD(2, 1, 0),
      OF(BPF_JMP | BPF_JSET | BPF_K, 2, 0, 1, BPF_DEVCG_ACC_WRITE << 16),
      OF(BPF_JMP | BPF_JA, 0, 0, 26, 0),
      OF(BPF_ALU | BPF_AND | BPF_K, 2, 0, 0, 0xffff),
      UNLESS(2, BPF_DEVCG_DEV_BLOCK, 24),
      LOAD(2, 1, 4),
      UNLESS(2, atoi(argv[1]), 22),
      LOAD(2, 1, 8),
      UNLESS(2, atoi(argv[2]), 20),
      /* r6 = in that PID namespace ? 1 : 2; r7 = pid */
      SET(1, space.st_dev),
      SET(2, space.st_ino),
      COPY(3, 10),
      ADD(3, -8),
      SET(4, 8),
      CALL(BPF_FUNC_get_ns_current_pid_tgid),
      SET(6, 1),
      OF(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1, 0),
      SET(6, 2),
      CALL(BPF_FUNC_get_current_pid_tgid),
      COPY(7, 0),
      /* r0 = its place in the map */
      OF(BPF_ST | BPF_MEM | BPF_W, 10, 0, -12, 0),
      COPY(2, 10),
      ADD(2, -12),
      OF(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, table),
      OF(0, 0, 0, 0, 0),
      CALL(BPF_FUNC_map_lookup_elem),
      OF(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2, 0),
      STORE(0, 0, 6),
      STORE(0, 4, 7),
      /* end: go on */
      SET(0, 1),
      OF(BPF_JMP | BPF_EXIT, 0, 0, 0, 0),
  };
  static char log[8192];
  memset(&load, 0, sizeof load);
  load.prog_type = BPF_PROG_TYPE_CGROUP_DEVICE;
  load.insns = (unsigned long)program;
  load.insn_cnt = sizeof program / sizeof program[0];
  load.license = (unsigned long)"MIT";
  load.log_buf = (unsigned long)log;
  load.log_size = sizeof log;
  load.log_level = 1;
  int loaded = syscall(SYS_bpf, BPF_PROG_LOAD, &load, sizeof load);
  if (loaded < 0) return perror("load"), fputs(log, stderr), 1;
  memset(&attach, 0, sizeof attach);
  attach.target_fd = open("/sys/fs/cgroup", O_RDONLY | O_DIRECTORY);
  attach.attach_bpf_fd = loaded;
  attach.attach_type = BPF_CGROUP_DEVICE;
  attach.attach_flags = BPF_F_ALLOW_MULTI;
  if (syscall(SYS_bpf, BPF_PROG_ATTACH, &attach, sizeof attach) != 0) return perror("attach"), 1;
  return 0;
}
