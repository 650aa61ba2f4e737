find /proc/[0-9]*/ns -name '[cin][gpe]*' -printf '%l %h\n' | grep : | grep -vFf <(readlink /proc/1/ns/*) | tr -dc '0-9/\n' | cut -d/ -f3
#: answer
