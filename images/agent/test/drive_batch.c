/* BATCH over a tree and over /proc. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drive.h"

static size_t groups_at;

void batch_begin(unsigned flags, uint64_t hash, uint32_t limit)
{
	P.len = 0;
	add_u8(&P, flags);
	add_u64(&P, hash);
	add_u32(&P, limit);
	groups_at = P.len;
	add_u16(&P, 0);
}

void batch_dir(const char *dir, unsigned leaves)
{
	put_u16(P.data + groups_at, (uint16_t)(get_u16(P.data + groups_at) + 1));
	add_text(&P, dir);
	add_u16(&P, leaves);
}

void batch_op(unsigned op, uint32_t limit, const char *leaf)
{
	add_u8(&P, op);
	add_u32(&P, limit);
	add_text(&P, leaf);
}

struct record records[4000];
struct batch_answer batch;

void batch_ask(void)
{
	struct answer a = client_ask(REQUEST_BATCH, &P);
	struct reader r = reader_of(a.data, a.len);
	batch.n = 0;
	batch.good = a.type == MESSAGE_RESULT;
	batch.flags = read_u8(&r);
	batch.hash = read_u64(&r);
	while (r.left && !r.failed && batch.n < 4000) {
		struct record *x = &records[batch.n++];
		if (read_u8(&r) == 1) {
			x->op = -1;
			x->dir = read_u16(&r);
			x->leaf = read_lp(&r);
		} else {
			x->op = read_u16(&r);
			x->err = (int)read_u32(&r);
			x->leaf = read_lp(&r);
			x->data = read_lp(&r);
		}
	}
	batch.good &= !r.failed;
}

static struct record *find(int op, const char *leaf)
{
	for (size_t i = 0; i < batch.n; i++)
		if (records[i].op == op && is(records[i].leaf, leaf))
			return &records[i];
	return NULL;
}


static void make(const char *name, const char *text)
{
	char path[200];
	snprintf(path, sizeof path, "%s/%s", tree, name);
	if (!text) {
		mkdir(path, 0755);
		return;
	}
	FILE *f = fopen(path, "w");
	fputs(text, f);
	fclose(f);
}

void test_batch(void)
{
	char dir[200];
	static const char *const dirs[] = {"a", "a/x", "b", "b/y", "b/y/z", "c.d"};
	static const char *const files[] = {"a/f1", "a/f2", "b/f1", "b/y/g", "c.d/f1"};
	for (size_t i = 0; i < 6; i++)
		make(dirs[i], NULL);
	for (size_t i = 0; i < 5; i++)
		make(files[i], files[i]);
	snprintf(dir, sizeof dir, "%s/a/link", tree);
	symlink("../b", dir);

	snprintf(dir, sizeof dir, "%s/*", tree);
	batch_begin(0, 0, 1 << 20);
	batch_dir(dir, 4);
	batch_op(OP_READ, 0, "f1");
	batch_op(OP_READ, 3, "f*");
	batch_op(OP_READLINK, 0, "link");
	batch_op(OP_READDIR, 0, "");
	batch_ask();
	CHECK(batch.good && batch.flags == 0, "a batch over a tree");
	CHECK(records[0].op == -1 && records[0].leaf.len > 2 && records[0].leaf.data[records[0].leaf.len - 1] == 'a', "directories are sorted");
	CHECK(find(0, "f1") && is(find(0, "f1")->data, "a/f1"), "a literal leaf");
	CHECK(find(1, "f2") && is(find(1, "f2")->data, "a/f"), "a pattern's leaf, cut at its limit");
	CHECK(find(2, "link") && is(find(2, "link")->data, "../b"), "a link");
	size_t literal = 0, dirs_seen = 0;
	for (size_t i = 0; i < batch.n; i++) {
		literal += records[i].op == 0;
		dirs_seen += records[i].op == -1;
	}
	CHECK(dirs_seen == 3 && literal == 3, "a literal leaf gives a record in each of 3 directories (%zu, %zu)", dirs_seen, literal);
	struct record *list = find(3, "");
	CHECK(list && list->data.len == 4 * 5 + 4 + 1 + 2 + 2 && get_u32(list->data.data + 1) == 2, "a directory's entries");
	uint64_t hash = batch.hash;

	put_u64(P.data + 1, hash);
	P.data[0] = BATCH_IF_CHANGED;
	batch_ask();
	CHECK(batch.good && batch.flags == 1 && batch.n == 0 && batch.hash == hash, "nothing changed");
	make("a/f1", "a/f0");
	batch_ask();
	CHECK(batch.good && batch.flags == 0 && batch.n && batch.hash != hash, "one byte changed");

	snprintf(dir, sizeof dir, "%s/**", tree);
	batch_begin(0, 0, 1 << 20);
	batch_dir(dir, 1);
	batch_op(OP_LSTAT, 0, "");
	batch_ask();
	dirs_seen = 0;
	for (size_t i = 0; i < batch.n; i++)
		dirs_seen += records[i].op == -1;
	CHECK(dirs_seen == 7 && batch.n == 14, "** is this directory and all below, links not followed (%zu)", dirs_seen);
	CHECK(records[1].data.len == 60 && S_ISDIR(get_u32(records[1].data.data)), "stat of a directory itself");

	batch_begin(0, 0, 80);
	batch_dir(dir, 1);
	batch_op(OP_LSTAT, 0, "");
	batch_ask();
	CHECK(batch.good && batch.flags == 2 && batch.n <= 2, "cut off at its limit");

	char self[40];
	pid_t child = fork();
	if (!child) {
		setsid();
		pause();
	}
	usleep(20000);
	batch_begin(0, 0, 8 << 20);
	batch_dir("/proc/[pid]", 3);
	batch_op(OP_READ, 0, "stat");
	batch_op(OP_READLINK, 0, "ns/*");
	batch_op(OP_STAT, 0, "ns/net");
	snprintf(self, sizeof self, "/proc/%d", child);
	batch_ask();
	bool seen = false, one = false;
	for (size_t i = 0; i < batch.n; i++) {
		seen |= records[i].op == -1 && is(records[i].leaf, self);
		one |= records[i].op == -1 && is(records[i].leaf, "/proc/2");
	}
	CHECK(batch.good && seen, "[pid] finds a process");
	CHECK(!one, "[pid] leaves kernel threads out");
	CHECK(find(1, "ns/net") && find(2, "ns/net"), "namespaces of a process");
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);

	batch_begin(0, 0, 1 << 20);
	batch_dir("/proc/self", 3);
	batch_op(OP_READ, 0, "no-such");
	batch_op(OP_READLINK, 0, "no-such-*");
	batch_op(OP_STATFS, 0, "");
	batch_dir("/no/such/dir", 1);
	batch_op(OP_READ, 0, "x");
	batch_dir("/", 1);
	batch_op(OP_STAT, 0, "");
	batch_ask();
	CHECK(batch.n == 5 && records[1].err == ENOENT && records[2].op == 2 && get_u64(records[2].data.data) == 0x9fa0, "what is not there");
	CHECK(is(records[3].leaf, "/"), "the root directory");

	/* 2 MiB in fragments. */
	char *big = malloc(2 << 20);
	memset(big, 'x', 2 << 20);
	snprintf(dir, sizeof dir, "%s/big", tree);
	int fd = open(dir, O_CREAT | O_WRONLY, 0644);
	CHECK(write(fd, big, 2 << 20) == 2 << 20, "big file");
	close(fd);
	free(big);
	batch_begin(0, 0, 8 << 20);
	batch_dir(tree, 1);
	batch_op(OP_READ, 0, "big");
	batch_ask();
	CHECK(batch.good && find(0, "big") && find(0, "big")->data.len == 2 << 20, "2 MiB come in fragments");
	unlink(dir);
}
