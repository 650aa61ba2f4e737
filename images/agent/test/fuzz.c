/* Arbitrary bytes into the decoder, the assembly, every parser and what walks the parsed. For libFuzzer. */
#include "../flow.h"
#include "../glob.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static volatile uint32_t sink;

static void touch(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		sink += s.data[i];
}

static void vector(const struct strings *s)
{
	static char *v[STRINGS_MAX + 1], where[68 << 10];
	size_t used = 0;
	if (strings_copy(s, v, STRINGS_MAX + 1, where, sizeof where, &used))
		for (char **p = v; *p; p++)
			sink += (uint32_t)strlen(*p);
}

static void walk(struct slice path)
{
	while (path.len) {
		struct slice rest, c = glob_component(path, &rest);
		if (glob_has_pattern(c) && path.len < 200)
			sink += glob_match(c, rest) + glob_match(c, path);
		touch(c);
		path = rest;
	}
}

static void parse_all(uint8_t type, struct slice p)
{
	struct batch_request batch;
	struct netlink_request netlink;
	struct probe_request probe;
	struct pty_open_request open;
	struct pty_request pty;
	struct write_request write;
	struct slice s;
	uint32_t n;
	int64_t t;
	bool on;
	switch (type) {
	case REQUEST_BATCH:
		if (parse_batch(p, &batch)) {
			struct reader groups = reader_of(batch.bytes.data, batch.bytes.len);
			for (uint16_t i = 0; i < batch.groups; i++) {
				struct batch_group g = batch_group(&groups);
				walk(g.dir);
				for (uint16_t j = 0; j < g.leaves; j++) {
					struct batch_leaf l = batch_leaf(&g.at);
					if (l.name.len + l.extra.len >= PATH_LIMIT)
						__builtin_trap();
					walk(l.name);
					touch(l.extra);
				}
			}
			if (groups.failed || groups.left)
				__builtin_trap();
		}
		break;
	case REQUEST_NETLINK:
		if (parse_netlink(p, &netlink)) {
			struct reader r = reader_of(netlink.bytes.data, netlink.bytes.len);
			for (uint16_t i = 0; i < netlink.n; i++) {
				read_u32(&r);
				touch(read_lp(&r));
			}
			if (r.failed)
				__builtin_trap();
		}
		break;
	case REQUEST_PROBE:
		if (parse_probe(p, &probe)) {
			vector(&probe.argv);
			vector(&probe.env);
			touch(probe.cwd);
			touch(probe.input);
		}
		break;
	case REQUEST_PTY_OPEN:
		if (parse_pty_open(p, &open)) {
			vector(&open.argv);
			vector(&open.env);
			touch(open.cwd);
		}
		break;
	case REQUEST_WRITE_FILE:
		if (parse_write(p, &write)) {
			touch(write.path);
			touch(write.bytes);
		}
		break;
	case REQUEST_SECCOMP: sink += parse_seccomp(p, &n); break;
	case REQUEST_EVENTS: sink += parse_events(p, &on); break;
	case REQUEST_CLOCK: sink += parse_clock(p, &t, &n); break;
	case REQUEST_ENTROPY: sink += parse_entropy(p, &s); break;
	default:
		if (parse_pty(type, p, &pty))
			touch(pty.bytes);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static uint8_t room[2 * FRAME_TO_GUEST_MAX];
	static struct flow fl;
	struct decoder d = {.buf = room, .cap = sizeof room, .max = FRAME_TO_GUEST_MAX};
	struct frame f;
	enum ack code;
	fl.greeted = fl.assembling = false;
	/* The first byte also chooses how the bytes are taken: as a stream, or as the payload of a request, which no crc keeps out. */
	if (size && data[0] < 0x20) {
		uint8_t *copy = malloc(size - 1 ? size - 1 : 1); /* its very end is watched */
		memcpy(copy, data + 1, size - 1);
		parse_all(data[0], (struct slice){copy, size - 1});
		free(copy);
		return 0;
	}
	for (size_t at = 0; at < size;) {
		size_t space;
		uint8_t *to = decoder_space(&d, &space);
		size_t n = size - at < space ? size - at : space;
		if (n > 1 + data[at] * 16u)
			n = 1 + data[at] * 16u;
		if (!n)
			__builtin_trap(); /* it would be stuck */
		memcpy(to, data + at, n);
		at += n;
		decoder_added(&d, n);
		for (enum decoded got; (got = decoder_next(&d, &f, &code)) != DECODED_NOTHING;) {
			struct message m;
			bool whole;
			if (got != DECODED_FRAME)
				continue;
			touch(f.payload);
			flow_take(&fl, &f, &m, &whole);
			if (whole)
				parse_all(m.type, m.payload);
		}
		if (n % 7 == 0)
			decoder_give_up(&d);
	}
	return 0;
}
