#define _GNU_SOURCE
#include "client.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { OPEN_MAX = 64 };

struct terminal_log terminals[CLIENT_TERMINALS];
__typeof__(client) client = {.ack = -1, .auto_credit = true};

static int fd;
static uint32_t last_id;
static uint8_t input[4 * FRAME_TO_HOST_MAX];
static struct decoder decoder = {.buf = input, .cap = sizeof input, .max = FRAME_TO_HOST_MAX};
static struct {
	uint32_t id;
	bool done;
	struct answer a;
} open_answers[OPEN_MAX];

static void die(const char *what)
{
	printf("client: %s\n", what);
	exit(1);
}

static uint64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static uint8_t *grow(struct payload *p, size_t n)
{
	uint8_t *at = p->data + p->len;
	if (n > sizeof p->data - p->len)
		die("payload too long");
	p->len += n;
	return at;
}

void add_u8(struct payload *p, unsigned v)
{
	*grow(p, 1) = (uint8_t)v;
}

void add_u16(struct payload *p, unsigned v)
{
	put_u16(grow(p, 2), (uint16_t)v);
}

void add_u32(struct payload *p, uint32_t v)
{
	put_u32(grow(p, 4), v);
}

void add_u64(struct payload *p, uint64_t v)
{
	put_u64(grow(p, 8), v);
}

void add_lp(struct payload *p, const void *data, size_t n)
{
	add_u32(p, (uint32_t)n);
	memcpy(grow(p, n), data, n);
}

void add_text(struct payload *p, const char *text)
{
	add_lp(p, text, strlen(text));
}

void add_strings(struct payload *p, const char *const *strings)
{
	unsigned n = 0;
	while (strings[n])
		n++;
	add_u16(p, n);
	for (unsigned i = 0; i < n; i++)
		add_text(p, strings[i]);
}

void client_open(int f)
{
	fd = f;
}

void client_raw(const void *bytes, size_t n)
{
	if (write(fd, bytes, n) != (ssize_t)n)
		die("the agent is gone");
}

static void collect(const struct frame *f)
{
	size_t i = 0, free_slot = OPEN_MAX;
	for (; i < OPEN_MAX && !(open_answers[i].id == f->id && !open_answers[i].done && open_answers[i].a.data); i++)
		if (!open_answers[i].a.data)
			free_slot = i;
	if (i == OPEN_MAX) {
		i = free_slot;
		if (i == OPEN_MAX)
			die("too many answers");
		open_answers[i].id = f->id;
		open_answers[i].done = false;
		open_answers[i].a = (struct answer){.type = f->type, .data = malloc(1)};
	}
	struct answer *a = &open_answers[i].a;
	a->data = realloc(a->data, a->len + f->payload.len + 1);
	memcpy(a->data + a->len, f->payload.data, f->payload.len);
	a->len += f->payload.len;
	if (f->more)
		return;
	open_answers[i].done = true;
	client.answers++;
	if (a->type == MESSAGE_ERROR && a->len >= 10) {
		a->code = get_u16(a->data);
		a->err = (int)get_u32(a->data + 2);
	}
}

static void event(const struct frame *f)
{
	const uint8_t *p = f->payload.data;
	uint32_t t = f->payload.len >= 4 ? get_u32(p) : 0;
	switch (f->type) {
	case MESSAGE_ACK:
		client.ack_seq = t;
		client.ack = get_u16(p + 4);
		break;
	case EVENT_PTY_OUTPUT:
		if (t >= CLIENT_TERMINALS)
			die("too many terminals");
		terminals[t].text = realloc(terminals[t].text, terminals[t].len + f->payload.len + 1);
		memcpy(terminals[t].text + terminals[t].len, p + 4, f->payload.len - 4);
		terminals[t].len += f->payload.len - 4;
		terminals[t].text[terminals[t].len] = 0;
		terminals[t].uncredited += (uint32_t)f->payload.len - 4;
		break;
	case EVENT_PTY_EXIT:
		terminals[t].exited++;
		terminals[t].status = (int)get_u32(p + 4);
		break;
	case EVENT_PROC:
		for (size_t i = 0; i + 24 <= f->payload.len; i += 24) {
			client.proc_events++;
			client.proc_of_watched += get_u32(p + i + 12) == client.watched;
		}
		break;
	case EVENT_PROC_LOST:
		break;
	default:
		die("unknown event");
	}
}

bool client_pump(int ms)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	static uint32_t guest_seq;
	enum ack code;
	struct frame f;
	if (poll(&p, 1, ms) <= 0)
		return false;
	size_t room;
	uint8_t *to = decoder_space(&decoder, &room);
	ssize_t n = read(fd, to, room);
	if (n <= 0)
		die("the agent is gone");
	decoder_added(&decoder, (size_t)n);
	for (enum decoded d; (d = decoder_next(&decoder, &f, &code)) != DECODED_NOTHING;) {
		if (d == DECODED_RUBBISH)
			die("rubbish from the agent");
		if (f.seq != guest_seq + 1 && f.seq != 1)
			die("a frame of the agent is missing");
		guest_seq = f.seq;
		if (f.type == MESSAGE_RESULT || f.type == MESSAGE_ERROR || f.type == MESSAGE_HELLO_OK)
			collect(&f);
		else
			event(&f);
	}
	return true;
}

int client_frame(uint8_t type, uint32_t seq, uint32_t id, const void *payload, size_t n)
{
	static uint8_t frame[FRAME_TO_GUEST_MAX];
	memcpy(frame + FRAME_HEADER, payload, n);
	client.ack = -1;
	client_raw(frame, frame_seal(frame, type, seq, id, n));
	for (uint64_t end = now() + 5000; client.ack < 0 || client.ack_seq != seq;) {
		if (now() > end)
			die("no ACK");
		client_pump(100);
	}
	return client.ack;
}

uint32_t client_send(uint8_t type, const struct payload *p)
{
	uint32_t id = ++last_id;
	size_t at = 0;
	do {
		size_t n = p->len - at < FRAME_TO_GUEST_MAX - FRAME_HEADER ? p->len - at : FRAME_TO_GUEST_MAX - FRAME_HEADER;
		bool more = at + n < p->len;
		if (client_frame((uint8_t)(type | (more ? FRAME_MORE : 0)), ++client.seq, id, p->data + at, n))
			return 0;
		at += n;
	} while (at < p->len);
	return id;
}

struct answer client_wait(uint32_t id, int ms)
{
	static uint8_t *last;
	for (uint64_t end = now() + (uint64_t)ms; now() < end; client_pump(50)) {
		for (size_t i = 0; i < OPEN_MAX; i++) {
			if (!open_answers[i].a.data || open_answers[i].id != id || !open_answers[i].done)
				continue;
			struct answer a = open_answers[i].a;
			open_answers[i].a.data = NULL;
			free(last);
			last = a.data;
			return a;
		}
	}
	return (struct answer){.code = -1};
}

struct answer client_ask(uint8_t type, const struct payload *p)
{
	uint32_t id = client_send(type, p);
	return id ? client_wait(id, 10000) : (struct answer){.code = -2};
}

struct answer client_hello(void)
{
	uint32_t id = ++last_id;
	client.seq = 1000 + id;
	if (client_frame(REQUEST_HELLO, client.seq, id, "nonce--8", 8))
		die("HELLO refused");
	return client_wait(id, 5000);
}

bool client_until(uint32_t t, const char *text, int ms)
{
	for (uint64_t end = now() + (uint64_t)ms; now() < end;) {
		if (client.auto_credit && terminals[t].uncredited > 16384) {
			static struct payload p;
			p.len = 0;
			add_u32(&p, t);
			add_u32(&p, terminals[t].uncredited);
			terminals[t].uncredited = 0;
			client_ask(REQUEST_PTY_CREDIT, &p);
		}
		if (terminals[t].text && strstr(terminals[t].text, text))
			return true;
		client_pump(20);
	}
	return false;
}
