/* The decoder, the order of frames, the parsers and the patterns: golden frames and edges. unit FRAMES.json [CORPUS_DIR] */
#include "../flow.h"
#include "../glob.h"
#include "json.h"

static int failures, checks;

#define CHECK(x, ...)                                        \
	do {                                                 \
		checks++;                                    \
		if (!(x)) {                                  \
			failures++;                          \
			printf("%s:%d: ", __FILE__, __LINE__); \
			printf(__VA_ARGS__);                 \
			putchar('\n');                       \
		}                                            \
	} while (0)

static uint8_t room[FRAME_TO_HOST_MAX], bytes[FRAME_TO_HOST_MAX + 64], payload[FRAME_TO_HOST_MAX];

static bool parses(uint8_t type, struct slice p)
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
	case REQUEST_BATCH: return parse_batch(p, &batch);
	case REQUEST_NETLINK: return parse_netlink(p, &netlink);
	case REQUEST_SECCOMP: return parse_seccomp(p, &n);
	case REQUEST_PROBE: return parse_probe(p, &probe);
	case REQUEST_PTY_OPEN: return parse_pty_open(p, &open);
	case REQUEST_EVENTS: return parse_events(p, &on);
	case REQUEST_WRITE_FILE: return parse_write(p, &write);
	case REQUEST_CLOCK: return parse_clock(p, &t, &n);
	case REQUEST_ENTROPY: return parse_entropy(p, &s);
	default: return parse_pty(type, p, &pty);
	}
}

/* Feeds the decoder `step` bytes at a time and compares with what the case says. */
static void decode_case(const char *o, const char *name, size_t len, size_t step)
{
	char to[16];
	json_string(o, "to", to, sizeof to);
	bool guest = strcmp(to, "guest") == 0, valid = json_true(o, "valid");
	struct decoder d = {.buf = room, .cap = sizeof room, .max = guest ? FRAME_TO_GUEST_MAX : FRAME_TO_HOST_MAX};
	const char *stream = json_at(o, "stream");
	enum ack code, skipped = ACK_OK;
	struct frame f;
	unsigned frames = 0;
	for (size_t at = 0; at < len;) {
		size_t space, n = step < len - at ? step : len - at;
		uint8_t *p = decoder_space(&d, &space);
		CHECK(space >= n, "%s: no room", name);
		memcpy(p, bytes + at, n);
		at += n;
		decoder_added(&d, n);
		for (enum decoded got; (got = decoder_next(&d, &f, &code)) != DECODED_NOTHING;) {
			if (got == DECODED_RUBBISH) {
				if (!skipped)
					skipped = code;
				continue;
			}
			frames++;
			if (stream) {
				stream = strchr(stream, '{') + 1;
				CHECK(f.type == json_number(stream, "type") && f.seq == json_number(stream, "seq"), "%s: frame %u", name, frames);
				continue;
			}
			size_t want = json_hex(o, "payloadHex", payload, sizeof payload);
			CHECK(f.type == json_number(o, "type") && f.seq == json_number(o, "seq") && f.id == json_number(o, "id"), "%s: header", name);
			CHECK(f.more == json_true(o, "more"), "%s: more", name);
			CHECK(f.payload.len == want && memcmp(f.payload.data, payload, want) == 0, "%s: payload", name);
			if (!guest || f.more || !valid || json_number(o, "code"))
				continue;
			if (f.type != REQUEST_HELLO && strcmp(name, "last fragment") != 0)
				CHECK(parses(f.type, f.payload), "%s: does not parse", name);
		}
	}
	if (stream)
		CHECK(!strchr(stream, '{') || strchr(stream, '{') > strchr(stream, ']'), "%s: frames are missing", name);
	else
		CHECK(frames == (valid ? 1 : 0), "%s: %u frames", name, frames);
	if (valid && !stream)
		CHECK(!skipped, "%s: skipped", name);
	else if (!json_null(o, "code"))
		CHECK(skipped == json_number(o, "code"), "%s: code %d", name, skipped);
	else
		CHECK(!skipped && (!len || decoder_waits(&d)), "%s: should wait", name);
}

static void seed(const char *dir, const char *kind, unsigned n, const uint8_t *first, const uint8_t *p, size_t len)
{
	char to[300];
	snprintf(to, sizeof to, "%s/%s-%u", dir, kind, n);
	FILE *out = fopen(to, "w");
	if (!out)
		return;
	if (first)
		fwrite(first, 1, 1, out);
	fwrite(p, 1, len, out);
	fclose(out);
}

static void golden(const char *path, const char *corpus)
{
	static char line[200000];
	FILE *file = fopen(path, "r");
	unsigned cases = 0;
	if (!file) {
		perror(path);
		exit(1);
	}
	while (fgets(line, sizeof line, file)) {
		char name[100];
		if (!json_string(line, "name", name, sizeof name))
			continue;
		cases++;
		size_t len = json_hex(line, "hex", bytes, sizeof bytes);
		for (size_t step = 1; step <= len || step == 1; step = step * 3 + 1)
			decode_case(line, name, len, step);
		decode_case(line, name, len, sizeof bytes);
		if (json_true(line, "valid") && !json_at(line, "stream")) {
			/* What was read is written the same. */
			static uint8_t again[FRAME_TO_HOST_MAX];
			size_t n = json_hex(line, "payloadHex", again + FRAME_HEADER, sizeof again - FRAME_HEADER);
			uint8_t type = (uint8_t)(json_number(line, "type") | (json_true(line, "more") ? FRAME_MORE : 0));
			n = frame_seal(again, type, json_number(line, "seq"), json_number(line, "id"), n);
			CHECK(n == len && memcmp(again, bytes, n) == 0, "%s: sealed otherwise", name);
		}
		if (corpus) {
			uint8_t type = (uint8_t)json_number(line, "type");
			size_t n = json_hex(line, "payloadHex", payload, sizeof payload);
			seed(corpus, "frame", cases, NULL, bytes, len);
			if (n)
				seed(corpus, "payload", cases, &type, payload, n);
		}
	}
	fclose(file);
	CHECK(cases >= 40, "only %u golden cases were read", cases);
}

static enum ack feed(struct flow *fl, uint8_t type, uint32_t seq, uint32_t id, const char *text, struct message *m, bool *whole)
{
	struct frame f = {.type = type & 0x7f, .more = type & FRAME_MORE, .seq = seq, .id = id, .payload = {(const uint8_t *)text, strlen(text)}};
	return flow_take(fl, &f, m, whole);
}

static void order(void)
{
	static struct flow fl;
	struct message m;
	bool w;
	CHECK(feed(&fl, 0x1b, 1, 1, "x", &m, &w) == ACK_OUT_OF_ORDER && !w, "a request before HELLO");
	CHECK(feed(&fl, 2, 9, 1, "12345678", &m, &w) == ACK_OK && w, "HELLO with any seq");
	CHECK(feed(&fl, 2, 10, 1, "1234567", &m, &w) == ACK_BAD_FRAME && !w && fl.last == 9, "a HELLO too short");
	CHECK(feed(&fl, 0x1b, 10, 2, "x", &m, &w) == ACK_OK && w, "the next");
	CHECK(feed(&fl, 0x1b, 10, 2, "x", &m, &w) == ACK_OK && !w, "sent again: acknowledged, not done again");
	CHECK(feed(&fl, 0x1b, 12, 3, "x", &m, &w) == ACK_OUT_OF_ORDER && !w, "one left out");
	CHECK(feed(&fl, 0x7f, 11, 3, "x", &m, &w) == ACK_BAD_TYPE && !w, "unknown type");
	CHECK(feed(&fl, 0x7f, 11, 3, "x", &m, &w) == ACK_BAD_TYPE && !w, "the same answer when sent again");
	CHECK(feed(&fl, 0x90, 12, 4, "ab", &m, &w) == ACK_OK && !w, "first fragment");
	CHECK(feed(&fl, 0x1b, 13, 5, "x", &m, &w) == ACK_OK && w && m.id == 5, "a whole message between fragments");
	CHECK(feed(&fl, 0x90, 14, 4, "cd", &m, &w) == ACK_OK && !w, "second fragment");
	CHECK(feed(&fl, 0x90, 14, 4, "cd", &m, &w) == ACK_OK && !w, "second fragment, sent again");
	CHECK(feed(&fl, 0x10, 15, 4, "ef", &m, &w) == ACK_OK && w && m.payload.len == 6 && !memcmp(m.payload.data, "abcdef", 6), "the whole");
	CHECK(feed(&fl, 0x90, 16, 6, "ab", &m, &w) == ACK_OK && !w, "fragment of 6");
	CHECK(feed(&fl, 0x90, 17, 7, "ab", &m, &w) == ACK_BAD_TYPE && !w && !fl.assembling, "fragment of 7 while 6 is under assembly");
	CHECK(feed(&fl, 0x90, 18, 8, "ab", &m, &w) == ACK_OK, "fragment of 8");
	CHECK(feed(&fl, 2, 100, 1, "12345678", &m, &w) == ACK_OK && w && !fl.assembling, "HELLO drops what is under assembly");
	static char big[4077];
	memset(big, 'a', sizeof big - 1);
	enum ack code = ACK_OK;
	uint32_t seq = 101;
	for (int i = 0; i < 17 && !code; i++)
		code = feed(&fl, 0x90, seq++, 9, big, &m, &w);
	CHECK(code == ACK_TOO_LONG && seq == 101 + 17 && !fl.assembling, "65,536 bytes and no more (%u)", seq - 101);
	CHECK(feed(&fl, 0x1b, seq, 9, "x", &m, &w) == ACK_OK && w, "after it the next is taken");
	fl.last = UINT32_MAX;
	CHECK(feed(&fl, 0x1b, 0, 9, "x", &m, &w) == ACK_OK && w, "seq wraps");
}

static struct slice text(const char *s)
{
	return (struct slice){(const uint8_t *)s, strlen(s)};
}

static void patterns(void)
{
	static const struct {
		const char *pattern, *name;
		bool match;
	} cases[] = {
		{"*", "", true}, {"*", "abc", true}, {"a*c", "abbc", true}, {"a*c", "abcd", false}, {"?", "a", true}, {"?", "", false},
		{"[a-c]x", "bx", true}, {"[a-c]x", "dx", false}, {"[!a-c]x", "dx", true}, {"[]]", "]", true}, {"[", "[", true}, {"[a", "[a", true},
		{"\\*", "*", true}, {"\\*", "a", false}, {"*.service", "a.service", true}, {"a**b", "ab", true}, {"", "", true}, {"", "a", false},
		{"[a-]", "-", true}, {"*a*b*c*", "xxaxxbxxcxx", true}, {"*[0-9]", "eth0", true}, {"[\\]]", "]", true}, {"*\\", "a\\", true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		CHECK(glob_match(text(cases[i].pattern), text(cases[i].name)) == cases[i].match, "%s on %s", cases[i].pattern, cases[i].name);
	struct slice rest, c = glob_component(text("//proc///x/"), &rest);
	CHECK(glob_is(c, "proc") && glob_is(rest, "x/"), "components");
	static char many[2000], name[2000];
	memset(name, 'a', sizeof name - 1);
	for (size_t i = 0; i + 2 < sizeof many; i += 2)
		memcpy(many + i, "*b", 2);
	CHECK(!glob_match(text(many), text(name)), "a pattern made to be slow");
}

static void malformed(void)
{
	static const uint8_t good[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 1, 0, 2, 0, 0, 0, '/', 'a', 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 'b'};
	uint8_t p[sizeof good];
	struct slice s = {good, sizeof good};
	CHECK(parses(REQUEST_BATCH, s), "a good batch");
	for (s.len = 0; s.len < sizeof good; s.len++)
		CHECK(!parses(REQUEST_BATCH, s), "%zu bytes of a batch", s.len);
	CHECK(!parses(REQUEST_EVENTS, text("\x02")), "EVENTS 2");
	CHECK(!parses(REQUEST_SECCOMP, (struct slice){(const uint8_t *)"\0\0\0\0", 4}), "pid 0");
	CHECK(!parses(REQUEST_WRITE_FILE, (struct slice){(const uint8_t *)"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0a", 29}), "a relative path");
	memcpy(p, good, sizeof p);
	p[20] = 0;
	CHECK(!parses(REQUEST_BATCH, (struct slice){p, sizeof p}), "NUL in a directory");
	memcpy(p, good, sizeof p);
	p[32] = '/';
	CHECK(!parses(REQUEST_BATCH, (struct slice){p, sizeof p}), "an absolute leaf");
	memcpy(p, good, sizeof p);
	p[23] = 9;
	CHECK(!parses(REQUEST_BATCH, (struct slice){p, sizeof p}), "unknown op");
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	CHECK(crc32_of(0, (const uint8_t *)"123456789", 9) == 0xcbf43926u, "crc of 123456789");
	golden(argv[1], argc > 2 ? argv[2] : NULL);
	order();
	patterns();
	malformed();
	printf("unit: %d checks, %d failed\n", checks, failures);
	return failures > 0;
}
