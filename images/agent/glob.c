#include "glob.h"

struct slice glob_component(struct slice path, struct slice *rest)
{
	size_t from = 0;
	while (from < path.len && path.data[from] == '/')
		from++;
	size_t to = from;
	while (to < path.len && path.data[to] != '/')
		to++;
	size_t next = to;
	while (next < path.len && path.data[next] == '/')
		next++;
	*rest = (struct slice){.data = path.data + next, .len = path.len - next};
	return (struct slice){.data = path.data + from, .len = to - from};
}

bool glob_has_pattern(struct slice c)
{
	for (size_t i = 0; i < c.len; i++)
		if (c.data[i] == '*' || c.data[i] == '?' || c.data[i] == '[' || c.data[i] == '\\')
			return true;
	return false;
}

bool glob_is(struct slice s, const char *literal)
{
	return s.len == strlen(literal) && memcmp(s.data, literal, s.len) == 0;
}

/* A bracket expression that begins at p[at]. Gives the index behind it, or 0 when it has no end: then [ is a plain byte. */
static size_t bracket(struct slice p, size_t at, uint8_t c, bool *hit)
{
	size_t i = at + 1;
	bool negated = i < p.len && (p.data[i] == '!' || p.data[i] == '^');
	bool found = false;
	if (negated)
		i++;
	for (bool first = true; i < p.len; first = false) {
		if (p.data[i] == ']' && !first) {
			*hit = found != negated;
			return i + 1;
		}
		if (p.data[i] == '\\' && i + 1 < p.len)
			i++;
		uint8_t low = p.data[i++], high = low;
		if (i + 1 < p.len && p.data[i] == '-' && p.data[i + 1] != ']') {
			i++;
			if (p.data[i] == '\\' && i + 1 < p.len)
				i++;
			high = p.data[i++];
		}
		found |= low <= c && c <= high;
	}
	return 0;
}

/* Matches one byte other than with *; gives the index behind what matched it, or 0. */
static size_t match_one(struct slice p, size_t at, uint8_t c)
{
	uint8_t b = p.data[at];
	bool hit = false;
	if (b == '?')
		return at + 1;
	if (b == '[') {
		size_t end = bracket(p, at, c, &hit);
		if (end)
			return hit ? end : 0;
	}
	if (b == '\\' && at + 1 < p.len)
		b = p.data[++at];
	return b == c ? at + 1 : 0;
}

/* Only the last * is ever gone back to, so a pattern can't take more than pattern × name steps. */
bool glob_match(struct slice p, struct slice name)
{
	size_t i = 0, j = 0, star = SIZE_MAX, mark = 0;
	while (j < name.len) {
		size_t next = 0;
		if (i < p.len && p.data[i] == '*') {
			star = ++i;
			mark = j;
			continue;
		}
		if (i < p.len)
			next = match_one(p, i, name.data[j]);
		if (next) {
			i = next;
			j++;
		} else if (star != SIZE_MAX) {
			i = star;
			j = ++mark;
		} else {
			return false;
		}
	}
	while (i < p.len && p.data[i] == '*')
		i++;
	return i == p.len;
}
