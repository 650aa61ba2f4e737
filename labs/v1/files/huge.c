/* Asks for three huge pages of 4 MB, one after the other, and writes to each: only then it has it. */
#include <stdio.h>
#include <sys/mman.h>

int main(void) {
  for (int page = 1; page <= 3; page++) {
    char *memory = mmap(0, 4 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0);
    if (memory == MAP_FAILED) {
      perror("mmap");
      return 1;
    }
    *memory = 1;
    printf("huge page %d\n", page);
    fflush(stdout);
  }
  return 0;
}
