#!/bin/sh
# Builds the kernel from Debian's linux-source-6.12 for i386, with our patches: build.sh TARBALL OUT_DIR [WORK_DIR].
# Same tarball, patches, compiler and options give the same bytes: time, user, host and version number are fixed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tarball=$1 out=$2 work=${3:-$(mktemp -d)}
export ARCH=i386 CROSS_COMPILE=i686-linux-gnu- LC_ALL=C TZ=UTC
KBUILD_BUILD_TIMESTAMP=$(date -u -d "@${SOURCE_DATE_EPOCH:?}")
export KBUILD_BUILD_TIMESTAMP KBUILD_BUILD_USER=nslab KBUILD_BUILD_HOST=nslab KBUILD_BUILD_VERSION=1

mkdir -p "$work" "$out"
tar -xf "$tarball" -C "$work" --strip-components=1
cd "$work"
for patch in "$here"/patches/*.patch; do patch -s -p1 -i "$patch"; done
make -s tinyconfig
./scripts/kconfig/merge_config.sh -m .config "$here/lab.config" >/dev/null
make -s olddefconfig

wrong=0
while IFS= read -r line; do
  case $line in
    CONFIG_*=* | '# CONFIG_'*' is not set') ;;
    *) continue ;;
  esac
  option=$(printf '%s\n' "$line" | sed 's/^# //; s/[= ].*//')
  if ! grep -qxF -- "$line" .config; then
    case $line in
      # An option whose menu is off is not written at all; that is as good as "is not set".
      '# '*) grep -q "^$option=" .config || continue ;;
    esac
    echo "asked: $line   got: $(grep -E "^(# )?$option[= ]" .config || echo nothing)" >&2
    wrong=1
  fi
done <"$here/lab.config"
[ $wrong = 0 ] || { echo "kernel options are not as asked" >&2; exit 1; }
[ "${CONFIG_ONLY:-}" = 1 ] && exit 0

make -s -j"$(nproc)" bzImage
cp arch/x86/boot/bzImage "$out/bzImage"
cp .config "$out/kernel.config"
