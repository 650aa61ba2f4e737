/* Terminals. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drive.h"

static uint32_t terminal_open(const char *const *argv, struct answer *a)
{
	P.len = 0;
	add_u16(&P, 80);
	add_u16(&P, 24);
	add_u32(&P, 0);
	add_u32(&P, 0);
	add_text(&P, "/");
	add_strings(&P, argv);
	add_strings(&P, ENV);
	*a = client_ask(REQUEST_PTY_OPEN, &P);
	return a->type == MESSAGE_RESULT ? get_u32(a->data) : 0;
}

static struct answer terminal_ask(uint8_t type, uint32_t t, const void *data, size_t n)
{
	P.len = 0;
	add_u32(&P, t);
	memcpy(P.data + P.len, data, n);
	P.len += n;
	return client_ask(type, &P);
}

static struct answer terminal_type(uint32_t t, const char *text)
{
	terminals[t].len = 0;
	if (terminals[t].text)
		terminals[t].text[0] = 0;
	return terminal_ask(REQUEST_PTY_WRITE, t, text, strlen(text));
}

static bool terminal_exits(uint32_t t)
{
	for (int i = 0; i < 100 && !terminals[t].exited; i++)
		client_pump(50);
	return terminals[t].exited == 1;
}

void test_terminals(void)
{
	struct answer a;
	const char *const shell[] = {"sh", NULL};
	uint32_t t = terminal_open(shell, &a);
	CHECK(t, "a shell (error %d %d)", a.code, a.err);
	terminal_type(t, "echo is$((20+22))it; stty size; tty\r");
	CHECK(client_until(t, "is42it", 5000) && client_until(t, "24 80", 5000) && client_until(t, "/dev/pts/", 5000), "echo, size, name: %s", terminals[t].text);
	uint8_t size[4];
	put_u16(size, 133);
	put_u16(size + 2, 44);
	terminal_ask(REQUEST_PTY_RESIZE, t, size, 4);
	terminal_type(t, "stty size\r");
	CHECK(client_until(t, "44 133", 5000), "a new size: %s", terminals[t].text);
	terminal_type(t, "sleep 1000; echo after=$?\r");
	usleep(300000);
	uint8_t sig[4];
	put_u32(sig, SIGQUIT);
	terminal_ask(REQUEST_PTY_SIGNAL, t, sig, 4);
	CHECK(client_until(t, "after=131", 5000), "a signal to the foreground: %s", terminals[t].text);

	/* Flow: the window holds 65,536 bytes and not one more. */
	client.auto_credit = false;
	terminal_type(t, "head -c 300000 /dev/zero | tr '\\0' z; echo DONE\r");
	while (client_pump(700))
		;
	size_t got = terminals[t].uncredited;
	CHECK(got == 65536, "output stops at the window (%zu)", got);
	batch_begin(0, 0, 1000);
	batch_ask();
	CHECK(batch.good, "and requests are served");
	client.auto_credit = true;
	CHECK(client_until(t, "zDONE", 10000), "and goes on with credit");
	CHECK(terminals[t].len >= 300000 && terminals[t].len < 300200, "all of it came (%zu)", terminals[t].len);

	static char big[50001];
	memset(big, 'q', 50000);
	terminal_type(t, "stty raw -echo; sleep 1000\r");
	usleep(300000);
	a = terminal_type(t, big);
	CHECK(a.type == MESSAGE_RESULT, "input waits");
	a = terminal_type(t, big);
	CHECK(a.code == ERROR_LIMIT, "but no more than 65,536 bytes");

	a = client_hello();
	CHECK(a.len > 20 && get_u16(a.data + a.len - 14) == 1 && get_u32(a.data + a.len - 12) == t && get_u16(a.data + a.len - 4) == 133, "HELLO_OK lists the terminal");
	a = terminal_ask(REQUEST_PTY_CLOSE, t, "", 0);
	CHECK(a.type == MESSAGE_RESULT, "closed");
	a = terminal_type(t, "x");
	CHECK(a.code == ERROR_NOT_FOUND, "and gone");

	t = terminal_open((const char *const[]){"sh", "-c", "seq 1 20000; exit 9", NULL}, &a);
	client_until(t, "\n20000\r\n", 5000);
	CHECK(terminal_exits(t) && WEXITSTATUS(terminals[t].status) == 9, "its exit");
	CHECK(terminals[t].len > 100 && !strcmp(terminals[t].text + terminals[t].len - 8, "\n20000\r\n") , "after all its output");
	t = terminal_open((const char *const[]){"sh", "-c", "sleep 30 & kill -9 $$", NULL}, &a);
	CHECK(terminal_exits(t) && WTERMSIG(terminals[t].status) == SIGKILL, "killed, with another holding the terminal");
	CHECK(!terminal_open((const char *const[]){"/no/such", NULL}, &a) && a.code == ERROR_SYSCALL && a.err == ENOENT, "a program that is not there");
	uint32_t all[16];
	for (int i = 0; i < 16; i++)
		all[i] = terminal_open(shell, &a);
	CHECK(all[15] && !terminal_open(shell, &a) && a.code == ERROR_LIMIT, "sixteen and no more");
	for (int i = 0; i < 16; i++)
		terminal_ask(REQUEST_PTY_CLOSE, all[i], "", 0);
}
