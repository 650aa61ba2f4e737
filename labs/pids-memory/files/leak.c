/* A leak: a megabyte fifty times a second, written to and never freed. Stops by itself before the machine is in trouble. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  for (int megabytes = 1; megabytes <= 96; megabytes++) {
    char *leaked = malloc(1 << 20);
    if (!leaked) {
      puts("\nmalloc says no");
      return 1;
    }
    memset(leaked, 'x', 1 << 20);
    printf("\r%d MB", megabytes);
    fflush(stdout);
    usleep(20000);
  }
  puts(", and nobody stopped me");
  return 0;
}
