/* Patterns, as fnmatch has them, over bytes: * ? [a-z] [!a-z] and \ to quote. Pure. */
#pragma once
#include "bytes.h"

enum { GLOB_DEPTH = 16 }; /* of ** */

/* The first component of a path, and the rest without the slashes between. */
struct slice glob_component(struct slice path, struct slice *rest);
bool glob_has_pattern(struct slice component);
bool glob_match(struct slice pattern, struct slice name);
bool glob_is(struct slice s, const char *literal);
