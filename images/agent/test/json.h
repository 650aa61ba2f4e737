/* Just enough JSON for test/fixtures/frames.json: an array of flat objects, one to a line, of strings, numbers, booleans
 * and null, with one array of objects of numbers ("stream"). */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline const char *json_at(const char *object, const char *key)
{
	char quoted[40];
	snprintf(quoted, sizeof quoted, "\"%s\": ", key);
	const char *p = strstr(object, quoted);
	return p ? p + strlen(quoted) : NULL;
}

static inline bool json_null(const char *object, const char *key)
{
	const char *p = json_at(object, key);
	return !p || strncmp(p, "null", 4) == 0;
}

static inline uint32_t json_number(const char *object, const char *key)
{
	const char *p = json_at(object, key);
	return p ? (uint32_t)strtoul(p, NULL, 10) : 0;
}

static inline bool json_true(const char *object, const char *key)
{
	const char *p = json_at(object, key);
	return p && strncmp(p, "true", 4) == 0;
}

static inline size_t json_string(const char *object, const char *key, char *to, size_t room)
{
	const char *p = json_at(object, key);
	size_t n = 0;
	if (!p || *p++ != '"')
		return 0;
	while (*p != '"' && n + 1 < room)
		to[n++] = *p++;
	to[n] = 0;
	return n;
}

static inline size_t json_hex(const char *object, const char *key, uint8_t *to, size_t room)
{
	const char *p = json_at(object, key);
	size_t n = 0;
	unsigned byte;
	if (!p || *p++ != '"')
		return 0;
	for (; *p != '"' && n < room && sscanf(p, "%2x", &byte) == 1; p += 2)
		to[n++] = (uint8_t)byte;
	return n;
}
