exit
su - student
cat > fence.c <<'END'
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  struct landlock_ruleset_attr all = { LANDLOCK_ACCESS_FS_READ_FILE };
  int rules = syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
  struct landlock_path_beneath_attr app = { LANDLOCK_ACCESS_FS_READ_FILE, open("/srv/app", O_PATH) };
  if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &app, 0)) return 1;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || syscall(SYS_landlock_restrict_self, rules, 0)) return 1;
  return pause();
}
END
cc -o fence fence.c && ./fence &
