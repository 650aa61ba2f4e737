/*
 * cgroup-bpf: attaches BPF programs to a cgroup (v2), lists what is attached, and detaches it (bpf(2)). The programs are written
 * out below, an instruction a line, as no compiler for them fits the image; the kernel verifies them like any other.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char usage[] =
	"usage: cgroup-bpf drop egress|ingress CGROUP          drops each IP packet that its processes send or receive, and counts them\n"
	"       cgroup-bpf devices allow|deny CGROUP RULE...   lets its processes use only these devices, or all but these\n"
	"       cgroup-bpf list CGROUP                         prints what is attached, from the kernel: id, where, name, counts\n"
	"       cgroup-bpf detach CGROUP ID                    takes the program with this id off again\n"
	"\n"
	"CGROUP is a directory of cgroup2. RULE is written as for devices.allow of cgroup v1: 'c 1:3 rwm', 'b *:* m', 'a *:* rwm'\n"
	"(all, character or block; major:minor; read, write, mknod). A program stays attached until it is detached or the cgroup is\n"
	"removed, and holds for the cgroups below as well.\n";

struct counts {
	uint64_t packets, bytes;
};

static void fail(const char *what)
{
	fprintf(stderr, "cgroup-bpf: %s: %s\n", what, strerror(errno));
	exit(1);
}

static void wrong(const char *what, const char *argument)
{
	fprintf(stderr, "cgroup-bpf: %s: %s\n%s", what, argument, usage);
	exit(2);
}

static int bpf(enum bpf_cmd command, union bpf_attr *attributes)
{
	return (int)syscall(SYS_bpf, command, attributes, sizeof *attributes);
}

static uint64_t address(const void *pointer)
{
	return (uintptr_t)pointer;
}

static int is(const char *argument, const char *word)
{
	return strcmp(argument, word) == 0;
}

static int open_cgroup(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		fail(path);
	return fd;
}

/* Programs. r0 is the result, r1 the context at the start, r1 to r5 a call's arguments, r6 to r9 outlive calls, r10 the stack. */

enum { MAX_INSTRUCTIONS = 1024 };
static struct bpf_insn program[MAX_INSTRUCTIONS];
static int length;

static int emit(int code, uint8_t to, uint8_t from, int offset, int value)
{
	if (length == MAX_INSTRUCTIONS)
		wrong("too long", "so many rules");
	program[length] = (struct bpf_insn){.code = (uint8_t)code, .dst_reg = to & 15u, .src_reg = from & 15u, .off = (int16_t)offset, .imm = value};
	return length++;
}

static void set(uint8_t to, int value) { emit(BPF_ALU64 | BPF_MOV | BPF_K, to, 0, 0, value); }
static void copy(uint8_t to, uint8_t from) { emit(BPF_ALU64 | BPF_MOV | BPF_X, to, from, 0, 0); }
static void finish(void) { emit(BPF_JMP | BPF_EXIT, 0, 0, 0, 0); }
static void load(uint8_t to, uint8_t from, int offset) { emit(BPF_LDX | BPF_MEM | BPF_W, to, from, offset, 0); }
static void add_atomically(uint8_t to, int offset, uint8_t from) { emit(BPF_STX | 0xc0 | BPF_DW, to, from, offset, BPF_ADD); }

/* As __sk_buff has it: the packet's length is its first field. */
static void write_drop(int map)
{
	copy(6, 1);
	emit(BPF_ST | BPF_MEM | BPF_W, 10, 0, -4, 0); /* key 0 */
	copy(2, 10);
	emit(BPF_ALU64 | BPF_ADD | BPF_K, 2, 0, 0, -4);
	emit(BPF_LD | BPF_IMM | BPF_DW, 1, BPF_PSEUDO_MAP_FD, 0, map);
	emit(0, 0, 0, 0, 0);
	emit(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_map_lookup_elem);
	int absent = emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 0, 0);
	set(1, 1);
	add_atomically(0, 0, 1);
	load(1, 6, 0);
	add_atomically(0, 8, 1);
	program[absent].off = (int16_t)(length - absent - 1);
	set(0, 0); /* 1 would let it pass */
	finish();
}

struct rule {
	int type, major, minor, access; /* 0 or -1: any */
};

static struct rule parse_rule(const char *text)
{
	struct rule rule = {.major = -1, .minor = -1};
	char type, major[16], minor[16], access[16], *end;
	if (sscanf(text, " %c %15[0-9*]:%15[0-9*] %15s", &type, major, minor, access) != 4 || !strchr("abc", type))
		wrong("not a rule", text);
	rule.type = type == 'a' ? 0 : type == 'b' ? BPF_DEVCG_DEV_BLOCK : BPF_DEVCG_DEV_CHAR;
	if (!is(major, "*") && (rule.major = (int)strtoul(major, &end, 10), *end))
		wrong("not a rule", text);
	if (!is(minor, "*") && (rule.minor = (int)strtoul(minor, &end, 10), *end))
		wrong("not a rule", text);
	for (const char *c = access; *c; c++) {
		int bit = *c == 'r' ? BPF_DEVCG_ACC_READ : *c == 'w' ? BPF_DEVCG_ACC_WRITE : *c == 'm' ? BPF_DEVCG_ACC_MKNOD : 0;
		if (!bit)
			wrong("not a rule", text);
		rule.access |= bit;
	}
	return rule;
}

/* As bpf_cgroup_dev_ctx has it: what is asked << 16 | type, major, minor. */
static void write_devices(int allow, char **rules, int count)
{
	load(2, 1, 0);
	copy(3, 2);
	emit(BPF_ALU | BPF_AND | BPF_K, 2, 0, 0, 0xffff);
	emit(BPF_ALU | BPF_RSH | BPF_K, 3, 0, 0, 16);
	load(4, 1, 4);
	load(5, 1, 8);
	for (int i = 0; i < count; i++) {
		struct rule rule = parse_rule(rules[i]);
		int skips[4], n = 0;
		if (rule.type)
			skips[n++] = emit(BPF_JMP | BPF_JNE | BPF_K, 2, 0, 0, rule.type);
		if (rule.major >= 0)
			skips[n++] = emit(BPF_JMP | BPF_JNE | BPF_K, 4, 0, 0, rule.major);
		if (rule.minor >= 0)
			skips[n++] = emit(BPF_JMP | BPF_JNE | BPF_K, 5, 0, 0, rule.minor);
		/* Allowed is what asks for nothing else; denied is what asks for any of it. */
		copy(0, 3);
		emit(BPF_ALU | BPF_AND | BPF_K, 0, 0, 0, allow ? 7 & ~rule.access : rule.access);
		skips[n++] = emit(BPF_JMP | (allow ? BPF_JNE : BPF_JEQ) | BPF_K, 0, 0, 0, 0);
		set(0, allow);
		finish();
		while (n-- > 0)
			program[skips[n]].off = (int16_t)(length - skips[n] - 1);
	}
	set(0, !allow);
	finish();
}

static int make_map(void)
{
	union bpf_attr make = {.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = sizeof(struct counts), .max_entries = 1, .map_name = "dropped"};
	int map = bpf(BPF_MAP_CREATE, &make);
	if (map < 0)
		fail("the map");
	return map;
}

static void attach(const char *cgroup, enum bpf_prog_type type, enum bpf_attach_type where, const char *name)
{
	static char log[65536];
	union bpf_attr give = {.prog_type = type, .expected_attach_type = where, .insns = address(program), .insn_cnt = (uint32_t)length, .license = address("GPL")};
	snprintf(give.prog_name, sizeof give.prog_name, "%s", name);
	int fd = bpf(BPF_PROG_LOAD, &give);
	if (fd < 0 && errno == EACCES) { /* the verifier refused it: once more, for its reasons */
		give.log_level = 1, give.log_buf = address(log), give.log_size = sizeof log;
		fd = bpf(BPF_PROG_LOAD, &give);
		fputs(log, stderr);
	}
	if (fd < 0)
		fail("load");
	/* Others may be attached too, here and below: a packet or device passes if all of them let it. */
	union bpf_attr fasten = {.target_fd = (uint32_t)open_cgroup(cgroup), .attach_bpf_fd = (uint32_t)fd, .attach_type = where, .attach_flags = BPF_F_ALLOW_MULTI};
	if (bpf(BPF_PROG_ATTACH, &fasten))
		fail("attach");
}

/* What is attached. */

static const struct {
	enum bpf_attach_type type;
	const char *name;
} places[] = {
	{BPF_CGROUP_INET_INGRESS, "ingress"}, {BPF_CGROUP_INET_EGRESS, "egress"}, {BPF_CGROUP_DEVICE, "devices"},
	{BPF_CGROUP_INET_SOCK_CREATE, "sock_create"}, {BPF_CGROUP_INET_SOCK_RELEASE, "sock_release"}, {BPF_CGROUP_SOCK_OPS, "sock_ops"},
	{BPF_CGROUP_INET4_BIND, "bind4"}, {BPF_CGROUP_INET6_BIND, "bind6"}, {BPF_CGROUP_INET4_POST_BIND, "post_bind4"},
	{BPF_CGROUP_INET6_POST_BIND, "post_bind6"}, {BPF_CGROUP_INET4_CONNECT, "connect4"}, {BPF_CGROUP_INET6_CONNECT, "connect6"},
	{BPF_CGROUP_UDP4_SENDMSG, "sendmsg4"}, {BPF_CGROUP_UDP6_SENDMSG, "sendmsg6"}, {BPF_CGROUP_UDP4_RECVMSG, "recvmsg4"},
	{BPF_CGROUP_UDP6_RECVMSG, "recvmsg6"}, {BPF_CGROUP_SYSCTL, "sysctl"}, {BPF_CGROUP_GETSOCKOPT, "getsockopt"}, {BPF_CGROUP_SETSOCKOPT, "setsockopt"},
};
enum { PLACES = sizeof places / sizeof *places };

static uint32_t attached(int cgroup, enum bpf_attach_type type, uint32_t *ids, uint32_t room)
{
	union bpf_attr query = {.query = {.target_fd = (uint32_t)cgroup, .attach_type = type, .prog_ids = address(ids), .prog_cnt = room}};
	if (bpf(BPF_PROG_QUERY, &query)) {
		if (errno == EINVAL) /* a kernel without this place */
			return 0;
		fail("query");
	}
	return query.query.prog_cnt;
}

static int by_id(enum bpf_cmd command, uint32_t id)
{
	union bpf_attr get = {.prog_id = id};
	return bpf(command, &get);
}

static void print_counts(uint32_t map)
{
	struct counts counts;
	uint32_t zero = 0;
	int fd = by_id(BPF_MAP_GET_FD_BY_ID, map);
	union bpf_attr look = {.map_fd = (uint32_t)fd, .key = address(&zero), .value = address(&counts)};
	struct bpf_map_info info = {0};
	union bpf_attr ask = {.info = {.bpf_fd = (uint32_t)fd, .info_len = sizeof info, .info = address(&info)}};
	if (fd >= 0 && bpf(BPF_OBJ_GET_INFO_BY_FD, &ask) == 0 && is(info.name, "dropped") && info.value_size == sizeof counts && bpf(BPF_MAP_LOOKUP_ELEM, &look) == 0)
		printf(" packets %llu bytes %llu", (unsigned long long)counts.packets, (unsigned long long)counts.bytes);
	close(fd);
}

static void print_program(const char *where, uint32_t id)
{
	struct bpf_prog_info info = {0};
	uint32_t map = 0;
	int fd = by_id(BPF_PROG_GET_FD_BY_ID, id);
	info.nr_map_ids = 1, info.map_ids = address(&map);
	union bpf_attr ask = {.info = {.bpf_fd = (uint32_t)fd, .info_len = sizeof info, .info = address(&info)}};
	if (fd < 0 || bpf(BPF_OBJ_GET_INFO_BY_FD, &ask))
		fail("a program");
	printf("%u %s %s", id, where, *info.name ? info.name : "-");
	if (map)
		print_counts(map);
	putchar('\n');
	close(fd);
}

static void list(int cgroup)
{
	uint32_t ids[64];
	for (int i = 0; i < PLACES; i++)
		for (uint32_t k = 0, n = attached(cgroup, places[i].type, ids, 64); k < n; k++)
			print_program(places[i].name, ids[k]);
}

static void detach(int cgroup, const char *text)
{
	uint32_t ids[64], id = (uint32_t)strtoul(text, NULL, 10);
	for (int i = 0; i < PLACES; i++)
		for (uint32_t k = 0, n = attached(cgroup, places[i].type, ids, 64); k < n; k++)
			if (ids[k] == id) {
				union bpf_attr loosen = {.target_fd = (uint32_t)cgroup, .attach_bpf_fd = (uint32_t)by_id(BPF_PROG_GET_FD_BY_ID, id), .attach_type = places[i].type};
				if (bpf(BPF_PROG_DETACH, &loosen))
					fail("detach");
				return;
			}
	errno = ENOENT;
	fail(text);
}

int main(int argc, char **argv)
{
	if (argc == 2 && is(argv[1], "--help"))
		return fputs(usage, stdout) < 0;
	if (argc == 4 && is(argv[1], "drop")) {
		if (!is(argv[2], "egress") && !is(argv[2], "ingress"))
			wrong("neither egress nor ingress", argv[2]);
		write_drop(make_map());
		attach(argv[3], BPF_PROG_TYPE_CGROUP_SKB, is(argv[2], "egress") ? BPF_CGROUP_INET_EGRESS : BPF_CGROUP_INET_INGRESS, "drop");
	} else if (argc >= 4 && is(argv[1], "devices")) {
		if (!is(argv[2], "allow") && !is(argv[2], "deny"))
			wrong("neither allow nor deny", argv[2]);
		write_devices(is(argv[2], "allow"), argv + 4, argc - 4);
		attach(argv[3], BPF_PROG_TYPE_CGROUP_DEVICE, BPF_CGROUP_DEVICE, is(argv[2], "allow") ? "devices_allow" : "devices_deny");
	} else if (argc == 3 && is(argv[1], "list")) {
		list(open_cgroup(argv[2]));
	} else if (argc == 4 && is(argv[1], "detach")) {
		detach(open_cgroup(argv[2]), argv[3]);
	} else {
		fputs(usage, stderr);
		return 2;
	}
	return 0;
}
