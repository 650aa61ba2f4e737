/* call NUMBER [ARGUMENT…]: makes a system call by its number. An argument is a number, a list of numbers (1,2,3) or a text. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static long value(char *text)
{
	static long lists[6][8], used;
	char *end;
	long number = strtoul(text, &end, 0);
	if (end != text && *end == 0)
		return number;
	if (end == text || *end != ',')
		return (long)text;
	long *list = lists[used++];
	for (int i = 0; i < 8 && *text; i++) {
		list[i] = strtoul(text, &end, 0);
		text = *end == ',' ? end + 1 : end;
	}
	return (long)list;
}

int main(int argc, char **argv)
{
	long args[7] = { 0 };
	for (int i = 1; i < argc && i < 8; i++)
		args[i - 1] = value(argv[i]);
	long result = syscall(args[0], args[1], args[2], args[3], args[4], args[5], args[6]);
	printf("%ld%s%s\n", result, result == -1 ? " " : "", result == -1 ? strerror(errno) : "");
	return result == -1;
}
