#!/bin/bash
# Debian packages for i386, by apt with a configuration of its own: the system's sources, none of its state, so dpkg's
# architectures stay as they are.
#   apt.sh update LOCK             looks up today's versions of everything the recipe names and writes LOCK
#   apt.sh fetch LOCK DIR NAME…    puts NAME.deb of LOCK's versions into DIR; says what has moved if they are gone
# LOCK's lines are: name, version, sha256, path in the archive.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
cache=$(cd "$here/.." && pwd)/.cache
home=$cache/apt
command=$1 lock=$2

mkdir -p "$cache/debs" "$home"/{sources,state/lists/partial,archives/partial}
: >"$home/state/status"
awk -v RS= -v ORS='\n\n' '
  /(^|\n)Types:[^\n]*deb/ && /(^|\n)URIs:[^\n]*\/debian(-security)?\/?[ \t]*(\n|$)/ && /(^|\n)Suites:[^\n]*bookworm/' \
  /etc/apt/sources.list.d/*.sources /dev/null 2>/dev/null | grep -v '^Architectures:' >"$home/sources/debian.sources" || true
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed -E 's/ arch=[^] ]*//; s/ \[\]//' |
  grep -E '^deb (\[[^]]*\] )?[^ ]+/debian(-security)?/? bookworm' >"$home/sources/debian.list" || true
cat >"$home/apt.conf" <<CONF
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$home/sources";
Dir::State "$home/state";
Dir::State::status "$home/state/status";
Dir::Cache "$home";
Dir::Cache::archives "$home/archives";
APT::Architecture "i386";
APT::Architectures { "i386"; };
Acquire::Languages "none";
APT::Update::Post-Invoke-Success "";
CONF
export APT_CONFIG=$home/apt.conf

# The suites whose index can't be had (a mirror in the middle of an update) are left out, and the lock says so.
refresh() {
  apt-get -q update >"$home/update.log" 2>&1 || true
  missing=$(sed -nE 's#^Err:[0-9]+ [^ ]+ ([^ ]+) ([^ ]+) Packages.*#\1 \2#p; s#^Err:[0-9]+ [^ ]+ ([^ ]+) InRelease.*#\1 all#p' "$home/update.log" | sort -u)
  [ -z "$missing" ] || printf 'warning: no index for %s\n' "$missing" >&2
}

# NAME…: prints "name version sha256 path" of what apt would install. Packages for every architecture (the kernel's source)
# are looked for among the system's own indexes as well, should the i386 index of their suite be missing.
candidates() {
  { apt-cache show --no-all-versions "${@/%/:i386}" 2>/dev/null || true
    env -u APT_CONFIG apt-cache show --no-all-versions "$@" 2>/dev/null | awk -v RS= -v ORS='\n\n' '/\nArchitecture: all\n/' || true
  } | awk '
    $1 == "Package:" { name = $2 } $1 == "Version:" { version = $2 } $1 == "SHA256:" { sha256 = $2 } $1 == "Filename:" { path = $2 }
    /^$/ { if (name != "" && !(name in seen)) print name, version, sha256, path; seen[name] = 1; name = "" }
    END { if (name != "" && !(name in seen)) print name, version, sha256, path }' | sort
}

names() { # what the recipe names, and what the build needs besides
  { sed 's/#.*//' "$here/files.list" | awk '/^[^ ]/ { print $1 }'; printf 'seabios\nlinux-source-6.12\n'; } | sort
}

case $command in
  update)
    refresh
    {
      echo "# Written by images/build.sh --update: name, version, sha256, path in Debian's archive."
      [ -z "$missing" ] || sed 's/^/# not looked at, no index to be had: /' <<<"$missing"
      candidates $(names)
    } >"$lock.new"
    absent=$(comm -13 <(sed '/^#/d; s/ .*//' "$lock.new" | sort) <(names))
    [ -z "$absent" ] || { echo "no such package for i386:" $absent >&2; exit 1; }
    mv "$lock.new" "$lock"
    ;;
  fetch)
    dir=$3
    shift 3
    mkdir -p "$dir"
    archive() { grep -hoE "[a-z]+://[^ ]*/debian$1/?( |\$)" "$home"/sources/* | head -n 1 | sed 's#/* *$##'; }
    main=$(archive '') security=$(archive -security)
    absent=()
    for name in "$@"; do
      read -r _ version sha256 path < <(grep "^$name " "$lock") || { echo "$name is not in $lock: run images/build.sh --update" >&2; exit 1; }
      [ -s "$cache/debs/$sha256.deb" ] && continue
      case $path in pool/updates/*) from=$security ;; *) from=$main ;; esac
      /usr/lib/apt/apt-helper download-file "$from/$path" "$cache/debs/$sha256.part" "SHA256:$sha256" >"$home/fetch.log" 2>&1 &&
        mv "$cache/debs/$sha256.part" "$cache/debs/$sha256.deb" || absent+=("$name")
    done
    if [ ${#absent[@]} -gt 0 ]; then
      refresh
      candidates "${absent[@]}" >"$home/now"
      for name in "${absent[@]}"; do
        locked=$(awk -v n="$name" '$1 == n { print $2 }' "$lock")
        now=$(awk -v n="$name" '$1 == n { print $2 }' "$home/now")
        echo "$name: $locked → ${now:-none}" >&2
      done
      echo "these are not to be had in the locked version: run images/build.sh --update" >&2
      exit 1
    fi
    for name in "$@"; do
      sha256=$(awk -v n="$name" '$1 == n { print $3 }' "$lock")
      echo "$sha256  $cache/debs/$sha256.deb" | sha256sum --quiet -c -
      ln -sf "$cache/debs/$sha256.deb" "$dir/$name.deb"
    done
    ;;
esac
