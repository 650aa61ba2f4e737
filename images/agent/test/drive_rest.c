/* Files, and frames that are none. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "drive.h"

static struct answer write_file(uint32_t flags, uint32_t mode, uint64_t offset, const char *name, const char *text)
{
	char path[200];
	snprintf(path, sizeof path, "%s%s", *name == '/' ? "" : tree, *name == '/' ? name : "");
	if (*name != '/')
		snprintf(path, sizeof path, "%s/%s", tree, name);
	P.len = 0;
	add_u32(&P, flags);
	add_u32(&P, mode);
	add_u32(&P, 0);
	add_u32(&P, 0);
	add_u64(&P, offset);
	add_text(&P, path);
	memcpy(P.data + P.len, text, strlen(text));
	P.len += strlen(text);
	return client_ask(REQUEST_WRITE_FILE, &P);
}

static bool holds(const char *name, const char *text, mode_t mode)
{
	char path[200], got[200];
	struct stat s;
	snprintf(path, sizeof path, "%s/%s", tree, name);
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(got, 1, sizeof got - 1, f) : 0;
	if (!f || fstat(fileno(f), &s))
		return false;
	fclose(f);
	got[n] = 0;
	return !strcmp(got, text) && (s.st_mode & 07777) == mode;
}

void test_files(void)
{
	struct answer a = write_file(WRITE_PARENTS | WRITE_MODE, 0640, 0, "new/dir/file", "hello");
	CHECK(a.type == MESSAGE_RESULT && get_u64(a.data) == 5 && holds("new/dir/file", "hello", 0640), "a file with its directories");
	a = write_file(0, 0, 5, "new/dir/file", " world");
	CHECK(get_u64(a.data) == 11 && holds("new/dir/file", "hello world", 0640), "in pieces");
	write_file(WRITE_APPEND, 0, 0, "new/dir/file", "!");
	CHECK(holds("new/dir/file", "hello world!", 0640), "appended");
	a = write_file(WRITE_ATOMIC, 0, 0, "new/dir/file", "short");
	CHECK(a.type == MESSAGE_RESULT && holds("new/dir/file", "short", 0640), "atomically, the mode kept");
	char path[200];
	snprintf(path, sizeof path, "%s/link", tree);
	symlink("new/dir/file", path);
	struct stat s;
	a = write_file(WRITE_ATOMIC | WRITE_MODE, 04755, 0, "link", "through");
	CHECK(holds("new/dir/file", "through", 04755) && lstat(path, &s) == 0 && S_ISLNK(s.st_mode), "through a link, which stays one");
	a = write_file(WRITE_TRUNCATE, 0, 0, "new/dir/file", "");
	CHECK(get_u64(a.data) == 0 && holds("new/dir/file", "", 04755), "emptied");
	a = write_file(0, 0, 0, "no/such/dir", "x");
	CHECK(a.code == ERROR_SYSCALL && a.err == ENOENT, "not without its directory");
	snprintf(path, sizeof path, "%s/fifo", tree);
	mkfifo(path, 0600);
	a = write_file(0, 0, 0, "fifo", "x");
	CHECK(a.code == ERROR_SYSCALL && a.err == ENXIO, "a pipe nobody reads blocks nothing");
	batch_begin(0, 0, 1000);
	batch_dir(tree, 1);
	batch_op(OP_READ, 0, "fifo");
	batch_ask();
	CHECK(batch.good, "nor does reading it");
	P.len = 0;
	add_text(&P, "0123456789");
	a = client_ask(REQUEST_ENTROPY, &P);
	CHECK(a.type == MESSAGE_RESULT, "entropy");
}

void test_frames(void)
{
	static uint8_t f[5000];
	P.len = 0;
	add_u8(&P, 9);
	struct answer a = client_ask(REQUEST_EVENTS, &P);
	CHECK(a.type == MESSAGE_ERROR && a.code == ERROR_BAD_REQUEST, "a malformed payload");
	a = client_ask(REQUEST_BATCH, &P);
	CHECK(a.code == ERROR_BAD_REQUEST, "a malformed batch");
	static const uint8_t types[] = {0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1c, 0x1d};
	for (size_t i = 0; i < sizeof types; i++)
		CHECK(client_ask(types[i], &P).code == ERROR_BAD_REQUEST, "a malformed payload of type %x", types[i]);
	P.len = 0;
	CHECK(client_send(0x7e, &P) == 0 && client.ack == ACK_BAD_TYPE, "an unknown type");
	unsigned answers = client.answers;
	CHECK(client_frame(0x1b, client.seq + 5, 1, "", 0) == ACK_OUT_OF_ORDER && client.answers == answers, "out of order");
	uint8_t off = 0;
	uint32_t seq = ++client.seq;
	CHECK(client_frame(REQUEST_EVENTS, seq, 4000, &off, 1) == ACK_OK && client_wait(4000, 2000).type == MESSAGE_RESULT, "taken");
	answers = client.answers;
	CHECK(client_frame(REQUEST_EVENTS, seq, 4000, &off, 1) == ACK_OK && !client_pump(100) && client.answers == answers, "sent again: acknowledged, and nothing more");
	client.ack = -1;
	client_raw("this is no frame", 16);
	client_pump(1000);
	CHECK(client.ack == ACK_BAD_FRAME && client.ack_seq == UINT32_MAX, "rubbish");
	size_t n = frame_seal(f, REQUEST_EVENTS, client.seq + 1, 4001, 1);
	f[16] ^= 1;
	client.ack = -1;
	client_raw(f, n);
	client_pump(1000);
	CHECK(client.ack == ACK_BAD_FRAME, "a wrong crc");
	n = frame_seal(f, REQUEST_EVENTS, client.seq + 1, 4001, 4077);
	client.ack = -1;
	client_raw(f, n);
	client_pump(1000);
	CHECK(client.ack == ACK_TOO_LONG || client.ack == ACK_BAD_FRAME, "too long (%d)", client.ack);
	while (client_pump(400))
		;
	f[FRAME_HEADER] = 0;
	n = frame_seal(f, REQUEST_EVENTS, client.seq + 1, 4001, 1);
	client.ack = -1;
	client_raw(f, n - 1);
	CHECK(!client_pump(100), "half a frame is waited for");
	client_pump(1000);
	CHECK(client.ack == ACK_BAD_FRAME && client.ack_seq == UINT32_MAX, "but not for ever");
	CHECK(client_frame(REQUEST_EVENTS, ++client.seq, 4002, &off, 1) == ACK_OK && client_wait(4002, 2000).type == MESSAGE_RESULT, "and after all that it answers");
	srand(1);
	for (int i = 0; i < 200; i++) {
		for (size_t j = 0; j < sizeof f; j++)
			f[j] = (uint8_t)(rand() % 5 ? rand() : "NL\1\2"[rand() % 4]);
		client_raw(f, (size_t)rand() % 4096);
		while (client_pump(0))
			;
	}
	usleep(400000);
	while (client_pump(300))
		;
	CHECK(client_hello().type == MESSAGE_HELLO_OK, "a HELLO after a lot of rubbish");
}
