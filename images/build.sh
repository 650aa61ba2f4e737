#!/bin/bash
# Builds the guest's image on Debian bookworm (amd64, as root): see README.md.
#   build.sh [OUT_DIR]               everything, into images/out unless told otherwise
#   build.sh --update                looks up today's package versions and rewrites rootfs/packages.lock
#   build.sh --verify [rootfs]       builds twice, in different places, and compares; `rootfs` leaves the kernel out
# KERNEL=DIR takes bzImage and kernel.config from DIR, built by kernel/build.sh from these very inputs, into the cache.
# ALLOW_NO_AGENT=1 builds an image that can't start by itself.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C TZ=UTC
umask 022
here=$(cd "$(dirname "$0")" && pwd)
lock=$here/rootfs/packages.lock
SOURCE_DATE_EPOCH=$(cat "$here/epoch")
export SOURCE_DATE_EPOCH

say() { echo "images: $*" >&2; }

[ "$(id -u)" = 0 ] || { say "has to run as root, for owners and modes"; exit 1; }

install_tools() {
  tools=(bc binutils-i686-linux-gnu bison ca-certificates cpio erofs-utils flex gcc-12-i686-linux-gnu gcc-i686-linux-gnu
    gcc jq kmod libc6-dev libc6-dev-i386-cross libcap2-bin libelf-dev make patch perl python3-minimal xz-utils zstd)
  absent=()
  for tool in "${tools[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$tool" 2>/dev/null)" = installed ] || absent+=("$tool")
  done
  [ ${#absent[@]} = 0 ] && return
  say "installing ${absent[*]}"
  apt-get -q update
  DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends install "${absent[@]}"
}

locked() { awk -v n="$1" '$1 == n { print $3 }' "$lock"; }

# What a kernel's bytes depend on, as one hash.
kernel_key() {
  {
    locked linux-source-6.12
    cat "$here/epoch" "$here/kernel/lab.config" "$here/kernel/build.sh" "$here"/kernel/patches/*.patch
    dpkg-query -W -f '${Package} ${Version}\n' gcc-12-i686-linux-gnu binutils-i686-linux-gnu
  } | sha256sum | cut -d' ' -f1
}

# build_kernel WORK_DIR OUT_DIR: builds it, always.
build_kernel() {
  "$here/rootfs/apt.sh" fetch "$lock" "$1/source" linux-source-6.12
  dpkg-deb --fsys-tarfile "$1/source/linux-source-6.12.deb" | tar -x -C "$1" --strip-components=3 ./usr/src/linux-source-6.12.tar.xz
  mkdir -p "$1/linux"
  "$here/kernel/build.sh" "$1/linux-source-6.12.tar.xz" "$2" "$1/linux"
  rm -rf "$1/linux" "$1/linux-source-6.12.tar.xz"
}

# kernel WORK_DIR OUT_DIR: from the cache if it is there.
kernel() {
  cached=$here/.cache/kernel/$(kernel_key)
  if [ ! -e "$cached/bzImage" ]; then
    mkdir -p "$cached"
    if [ -n "${KERNEL:-}" ]; then
      say "taking the kernel of $KERNEL, on your word that it is built from these inputs"
      cp "$KERNEL/kernel.config" "$KERNEL/bzImage" "$cached/"
    else
      say "building the kernel (a quarter of an hour on two cores)"
      build_kernel "$1" "$cached"
    fi
  fi
  cp "$cached/bzImage" "$cached/kernel.config" "$2/"
}

# rootfs WORK_DIR OUT_DIR
rootfs() {
  readarray -t names < <(sed '/^#/d; s/ .*//' "$lock" | grep -v '^linux-source')
  "$here/rootfs/apt.sh" fetch "$lock" "$1/debs" "${names[@]}"
  mkdir -p "$1/root" "$1/agent"
  "$here/rootfs/tree.sh" "$1/debs" "$1/root"
  "$here/tools/build.sh" "$1/tools"
  install -m 0755 -o 0 -g 0 -t "$1/root/usr/bin" "$1"/tools/*
  if [ -x "$here/agent/build.sh" ]; then
    "$here/agent/build.sh" "$1/agent"
    install -D -m 0755 -o 0 -g 0 "$1/agent/agent" "$1/root/usr/lib/nslab/agent"
  elif [ "${ALLOW_NO_AGENT:-}" = 1 ]; then
    say "there is no agent: this image can't start by itself"
  else
    say "agent/build.sh is missing; ALLOW_NO_AGENT=1 goes on without"
    exit 1
  fi
  "$here/rootfs/check.sh" "$1/root"
  "$here/rootfs/pack.sh" "$1/root" "$2"
  dpkg-deb --fsys-tarfile "$1/debs/seabios.deb" | tar -xO ./usr/share/seabios/bios.bin >"$2/bios.bin"
  dpkg-deb --fsys-tarfile "$1/debs/seabios.deb" | tar -xO ./usr/share/seabios/vgabios-stdvga.bin >"$2/vgabios.bin"
}

manifest() { KERNEL_KEY=$(kernel_key) "$here/rootfs/manifest.sh" "$1/debs" "$2"; }

build() {
  out=$1
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$out" "$work/out"
  rootfs "$work" "$work/out"
  kernel "$work" "$work/out"
  manifest "$work" "$work/out"
  rm -rf "${out:?}"/*
  cp "$work"/out/* "$out/"
  ls -l "$out" >&2
}

# Two places that differ in path and in the order a directory lists its files: a disk's and a memory's.
verify() {
  first=$(mktemp -d) second=$(mktemp -d -p /dev/shm nslab-verify-XXXXXXXXXX)
  trap 'rm -rf "$first" "$second"' EXIT
  for place in "$first" "$second/elsewhere"; do
    mkdir -p "$place/out"
    rootfs "$place" "$place/out"
    if [ "${1:-}" != rootfs ]; then build_kernel "$place" "$place/out"; fi
    manifest "$place" "$place/out"
  done
  differ=0
  for file in $(cd "$first/out" && find . -type f -printf '%P\n' | sort); do
    a=$(sha256sum <"$first/out/$file" | cut -d' ' -f1) b=$(sha256sum <"$second/elsewhere/out/$file" | cut -d' ' -f1)
    [ "$a" = "$b" ] && verdict=same || { verdict=DIFFERENT differ=1; }
    printf '%-20s %s %s %s\n' "$file" "$a" "$b" "$verdict"
  done
  exit $differ
}

install_tools
case ${1:-} in
  --update) "$here/rootfs/apt.sh" update "$lock" ;;
  --verify) verify "${2:-}" ;;
  -*) say "no such option: $1"; exit 2 ;;
  *) build "${1:-$here/out}" ;;
esac
