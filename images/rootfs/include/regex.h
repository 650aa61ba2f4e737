/* glibc's own, for tcc: it has no parameters whose length is another parameter. */
#define __STDC_NO_VLA__ 1
#include_next <regex.h>
#undef __STDC_NO_VLA__
