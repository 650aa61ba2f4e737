/* Little-endian readers and writers with bounds. A reader that ran over its end stays failed and gives zeros, so that a
 * parser checks once, at its end. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
	const uint8_t *data;
	size_t len;
};

struct reader {
	const uint8_t *at;
	size_t left;
	bool failed;
};

static inline struct reader reader_of(const uint8_t *data, size_t len)
{
	return (struct reader){.at = data, .left = len, .failed = false};
}

static inline struct slice read_bytes(struct reader *r, size_t n)
{
	if (r->failed || n > r->left) {
		r->failed = true;
		return (struct slice){.data = (const uint8_t *)"", .len = 0};
	}
	struct slice s = {.data = r->at, .len = n};
	r->at += n;
	r->left -= n;
	return s;
}

static inline struct slice read_rest(struct reader *r)
{
	return read_bytes(r, r->left);
}

static inline uint16_t get_u16(const uint8_t *p)
{
	return (uint16_t)(p[0] | p[1] << 8);
}

static inline uint32_t get_u32(const uint8_t *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static inline uint64_t get_u64(const uint8_t *p)
{
	return get_u32(p) | (uint64_t)get_u32(p + 4) << 32;
}

static inline uint8_t read_u8(struct reader *r)
{
	struct slice s = read_bytes(r, 1);
	return s.len ? s.data[0] : 0;
}

static inline uint16_t read_u16(struct reader *r)
{
	struct slice s = read_bytes(r, 2);
	return s.len ? get_u16(s.data) : 0;
}

static inline uint32_t read_u32(struct reader *r)
{
	struct slice s = read_bytes(r, 4);
	return s.len ? get_u32(s.data) : 0;
}

static inline uint64_t read_u64(struct reader *r)
{
	struct slice s = read_bytes(r, 8);
	return s.len ? get_u64(s.data) : 0;
}

static inline struct slice read_lp(struct reader *r)
{
	return read_bytes(r, read_u32(r));
}

static inline void put_u16(uint8_t *p, uint16_t v)
{
	p[0] = (uint8_t)v;
	p[1] = (uint8_t)(v >> 8);
}

static inline void put_u32(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)v;
	p[1] = (uint8_t)(v >> 8);
	p[2] = (uint8_t)(v >> 16);
	p[3] = (uint8_t)(v >> 24);
}

static inline void put_u64(uint8_t *p, uint64_t v)
{
	put_u32(p, (uint32_t)v);
	put_u32(p + 4, (uint32_t)(v >> 32));
}

static inline bool has_nul(struct slice s)
{
	return s.len && memchr(s.data, 0, s.len);
}
