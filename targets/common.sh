# Shared by the recipes: where a target is put, and how a recipe says that this machine cannot have it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
name=$(basename "$here")
home=$(cd "$here/../.." && pwd)/.targets/$name

# skip SENTENCE: the recipe cannot run here. Exit code 3 means "not on this machine", every other one a failure.
skip() {
  echo "skipped: $1" >&2
  exit 3
}

# need COMMAND...: all of them are on the PATH.
need() {
  for command in "$@"; do
    command -v "$command" >/dev/null 2>&1 || skip "no $command"
  done
}

# python LOWEST: sets `python` to an interpreter of at least this version, 3.LOWEST.
python() {
  for candidate in python3 python3.14 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python3; do
    if "$candidate" -c "import sys; sys.exit(sys.version_info < (3, $1))" 2>/dev/null; then
      python=$candidate
      return
    fi
  done
  skip "no Python 3.$1 or newer"
}

# environment LOWEST PACKAGE...: a Python environment in $home with these packages.
environment() {
  python "$1"
  shift
  "$python" -m venv "$home" || skip "no Python venv module"
  "$home/bin/pip" install --quiet --disable-pip-version-check "$@" || skip "the Python package index did not give $*"
}

# installed VERSION: says so and ends if this version was installed before.
installed() {
  if [ "$(cat "$home/.installed" 2>/dev/null)" = "$1" ]; then
    echo "$name $1 is installed"
    exit 0
  fi
  rm -rf "$home"
  mkdir -p "$home"
}

# done_with VERSION: the installation is whole.
done_with() {
  echo "$1" >"$home/.installed"
  echo "$name $1 installed"
}
