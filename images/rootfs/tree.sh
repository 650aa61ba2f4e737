#!/bin/bash
# tree.sh DEBS_DIR ROOT: lays the root filesystem out in ROOT, which must be empty; DEBS_DIR holds PACKAGE.deb.
# The agent is not in it yet. Runs as root, for owners, modes and capabilities.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C
umask 022
here=$(cd "$(dirname "$0")" && pwd)
debs=$1 root=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

packages() { sed 's/#.*//' "$here/files.list" | awk '/^[^ ]/ { print $1 }' | sort; }
patterns() { sed 's/#.*//' "$here/files.list" | awk -v want="$1" '/^[^ ]/ { name = $1; $1 = "" } name == want { for (i = 1; i <= NF; i++) if ($i != "") print $i }'; }

# The merged /usr first, so that what packages put into /bin, /sbin and /lib lands there.
mkdir -p "$root"/usr/{bin,sbin,lib}
ln -s usr/bin "$root/bin"
ln -s usr/sbin "$root/sbin"
ln -s usr/lib "$root/lib"

for package in $(packages); do
  deb=$debs/$package.deb
  wanted=() unwanted=()
  while read -r pattern; do
    case $pattern in
      !\**) unwanted+=(--exclude="${pattern#!}") ;;
      !*) unwanted+=(--exclude="./${pattern#!}") ;;
      \**) wanted+=("$pattern") ;;
      *) wanted+=("./$pattern") ;;
    esac
  done < <(patterns "$package")
  dpkg-deb --fsys-tarfile "$deb" >"$scratch/tar"
  # A library's doc folder is often a link to that of a sibling, which then has to be there too (check.sh looks).
  if tar -tf "$scratch/tar" "./usr/share/doc/$package/copyright" >/dev/null 2>&1; then
    wanted+=("./usr/share/doc/$package/copyright")
  else
    wanted+=("./usr/share/doc/$package")
  fi
  tar -x --numeric-owner --same-owner --same-permissions --keep-directory-symlink --wildcards --anchored \
    -C "$root" -f "$scratch/tar" "${unwanted[@]}" "${wanted[@]}" ||
    { echo "files.list: a pattern of $package matches nothing (above)" >&2; exit 1; }
  mkdir -p "$scratch/man/$package"
  tar -x -C "$scratch/man/$package" --wildcards --strip-components=4 -f "$scratch/tar" './usr/share/man/man[1-8]/*' 2>/dev/null || true
done

# Manual pages, unpacked: the image's chunks are compressed anyway, and the emulated CPU is spared it.
mkdir -p "$root"/usr/share/man/man{1,2,3,4,5,7,8}
cd "$scratch/man"
queue=$(sed 's/#.*//' "$here/man.list")
declare -A have=()
while [ -n "${queue//[[:space:]]/}" ]; do
  next=
  for entry in $queue; do
    name=${entry%%=*} source=${entry#*=}
    [ -z "${have[$name]:-}" ] || continue
    have[$name]=1
    found=(*/man"${source##*.}"/"$source".gz)
    [ -e "${found[0]}" ] || { echo "man.list: no package has $source" >&2; exit 1; }
    target=$root/usr/share/man/man${name##*.}/$name
    if [ -L "${found[0]}" ]; then
      link=$(basename "$(readlink "${found[0]}")" .gz)
      ln -s "../man${link##*.}/$link" "$target"
      next+=" $link"
    else
      gzip -dc "${found[0]}" >"$target"
      link=$(sed -n '1s/^\.so *//p' "$target")
      [ -z "$link" ] || next+=" ${link##*/}"
    fi
  done
  queue=$next
done
cd /
for page in "$here"/../tools/*.[1-8]; do
  install -m 0644 -t "$root/usr/share/man/man${page##*.}" "$page"
done

bash "$here/stubs.sh" "$root/usr/lib/i386-linux-gnu"

cp -r --no-preserve=all "$here/etc/." "$root/etc/"
install -m 0755 -t "$root/usr/bin" "$here"/bin/*
mkdir -p "$root/usr/local/include"
cp -r --no-preserve=all "$here/include/." "$root/usr/local/include/"
while read -r path target; do
  mkdir -p "$root/$(dirname "$path")"
  ln -sfn "$target" "$root/$path"
done < <(grep -v '^#' "$here/links")

find "$root" -type d -exec chmod 0755 {} + -exec chown 0:0 {} +
while read -r mode owner path; do
  case $path in */) mkdir -p "$root/$path" ;; esac
  chown "$owner" "$root/$path"
  chmod "$mode" "$root/$path"
done < <(grep -v '^#' "$here/modes")
setcap cap_net_raw+ep "$root/usr/bin/ping"

# The dynamic linker's cache: without it every program looks for every library in every directory.
/sbin/ldconfig -X -r "$root"
rm -rf "$root/var/cache/ldconfig"
# The index `man` and `apropos` look pages up in.
chroot "$root" /usr/sbin/makewhatis /usr/share/man
