echo '#include <sched.h>' > /tmp/a.c; echo '#include <sys/mount.h>' >> /tmp/a.c
echo 'int unshare(int); int main(int n, char **a) { unshare(0x40000000); return mount("/proc/self/ns/net", a[1], 0, MS_BIND, 0); }' >> /tmp/a.c
mkdir -p /run/netns; touch /run/netns/one /run/netns/two
cc -o /tmp/a /tmp/a.c && /tmp/a /run/netns/one && /tmp/a /run/netns/two
