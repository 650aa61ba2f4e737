#: hint: bounding is not effective
cat > bound.c <<'EOF'
#include <sys/prctl.h>
#include <unistd.h>
int main(void) {
  for (int cap = 0; cap < 41; cap++)
    if (cap != 12) prctl(PR_CAPBSET_DROP, cap, 0, 0, 0);
  return pause();
}
EOF
cc -o bound bound.c; ./bound & sleep 1
