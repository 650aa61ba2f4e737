/* A small host for the tests: speaks the protocol over a socket, one frame at a time. */
#pragma once
#include "../frame.h"
#include "../request.h"

enum { CLIENT_TERMINALS = 40 };

struct payload { /* what is being written */
	uint8_t data[70000];
	size_t len;
};
void add_u8(struct payload *p, unsigned v);
void add_u16(struct payload *p, unsigned v);
void add_u32(struct payload *p, uint32_t v);
void add_u64(struct payload *p, uint64_t v);
void add_lp(struct payload *p, const void *data, size_t n);
void add_text(struct payload *p, const char *text); /* lp */
void add_strings(struct payload *p, const char *const *strings); /* u16 n, n × lp */

struct answer {
	uint8_t type;
	uint8_t *data; /* good until the next request */
	size_t len;
	int code, err; /* of an ERROR */
};

struct terminal_log {
	char *text;
	size_t len;
	int status;
	int exited;
	uint32_t uncredited;
};

extern struct terminal_log terminals[CLIENT_TERMINALS];
extern struct {
	uint32_t seq; /* of the frame sent last */
	int ack; /* code of the ACK that came last, -1 for none */
	uint32_t ack_seq;
	unsigned answers; /* RESULT, HELLO_OK and ERROR messages seen */
	unsigned proc_events, proc_of_watched;
	uint32_t watched; /* a tgid */
	bool auto_credit;
} client;

void client_open(int fd);
void client_raw(const void *bytes, size_t n);
int client_frame(uint8_t type, uint32_t seq, uint32_t id, const void *payload, size_t n); /* gives the ACK's code */
bool client_pump(int ms); /* takes what comes; false when nothing did */
uint32_t client_send(uint8_t type, const struct payload *p); /* gives the id; fails the test when refused */
struct answer client_wait(uint32_t id, int ms);
struct answer client_ask(uint8_t type, const struct payload *p);
struct answer client_hello(void);
bool client_until(uint32_t terminal, const char *text, int ms);
